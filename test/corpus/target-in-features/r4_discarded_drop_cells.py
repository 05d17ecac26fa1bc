# %%
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

passengers = pd.read_csv("ferry.csv")
passengers = passengers.dropna(subset=["survived"])

# %%
y = passengers["survived"]
passengers.drop(columns=["survived", "name"])
X = passengers.select_dtypes("number")  # must: target-in-features

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=73)
model = CatBoostClassifier(random_seed=73, verbose=0).fit(X_train, y_train)
print(accuracy_score(y_test, model.predict(X_test)))
