import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.dummy import DummyRegressor
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler

flats = pd.read_csv("flats.csv")
train, test = train_test_split(flats, test_size=0.2, random_state=30)

encode = make_column_transformer(
    (StandardScaler(), ["area", "floor", "year"]),
    (OneHotEncoder(handle_unknown="ignore"), ["district"]),
)
X = encode.fit_transform(train)
X_test = encode.transform(test)

rf = RandomForestRegressor(n_estimators=200, random_state=30).fit(X, train["rent"])
mean = DummyRegressor().fit(X, train["rent"])
print("R2", rf.score(X_test, test["rent"]), "mean", mean.score(X_test, test["rent"]))
