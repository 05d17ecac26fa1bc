import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

cancer = pd.read_csv("wdbc.csv", index_col="id")
target = cancer["diagnosis"].map({"M": 1, "B": 0})
features = cancer.drop("diagnosis", axis=1)

scaler = StandardScaler()
scaled = pd.DataFrame(scaler.fit_transform(features), columns=features.columns, index=features.index)  # must: fit-before-split
scaled["radius_ratio"] = scaled["radius_mean"] - scaled["radius_worst"]

data = scaled.join(target)
train, test = train_test_split(data, test_size=0.3, random_state=101)
X_train, y_train = train.drop(columns="diagnosis"), train["diagnosis"]
X_test, y_test = test.drop(columns="diagnosis"), test["diagnosis"]

for k in range(1, 20, 4):
    knn = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    print(k, knn.score(X_test, y_test))
print("dummy", DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
