import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression

df = pd.read_csv("insurance.csv")
features = ["age", "bmi", "children"]

train = df[:1000]  # must: hardcoded-split-slice
test = df[1000:]

reg = LinearRegression().fit(train[features], train["charges"])
mean = DummyRegressor().fit(train[features], train["charges"])
print(reg.score(test[features], test["charges"]), mean.score(test[features], test["charges"]))
