# %%
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

raw = pd.read_csv("customers.csv")

# %% segments: a description of all customers, no forecast
X = raw[["age", "income"]]
X = StandardScaler().fit_transform(X)
km = KMeans(4, n_init=10, random_state=0).fit(X)
raw.groupby(km.labels_).size()

# %% forecast of the spending
X = raw[["age", "income", "visits"]]
y = raw["spent"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)
sc = StandardScaler().fit(X_train)
model = Ridge().fit(sc.transform(X_train), y_train)
model.score(sc.transform(X_test), y_test)
