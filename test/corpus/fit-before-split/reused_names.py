# %% load
import pandas as pd
import matplotlib.pyplot as plt
from sklearn.decomposition import PCA
from sklearn.dummy import DummyClassifier
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import StandardScaler

wine = pd.read_csv("wine.csv")
y = wine["quality"] >= 6
X = wine.drop(columns="quality")

# %% look at the data first
X2 = PCA(n_components=2).fit_transform(X)
plt.scatter(X2[:, 0], X2[:, 1], c=y)
plt.savefig("pca.png")

# %% split
X, X_holdout, y, y_holdout = train_test_split(X, y, test_size=0.3, random_state=1)

# %% from here on X is the training part
scaler = StandardScaler()
X = scaler.fit_transform(X)
X_holdout = scaler.transform(X_holdout)

knn = KNeighborsClassifier(n_neighbors=7).fit(X, y)
dummy = DummyClassifier(strategy="most_frequent").fit(X, y)
print(knn.score(X_holdout, y_holdout), dummy.score(X_holdout, y_holdout))
