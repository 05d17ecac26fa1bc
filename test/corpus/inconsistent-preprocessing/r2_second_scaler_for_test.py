# half of the work was done by a colleague
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import PowerTransformer
from sklearn.svm import SVR

NUMERIC = ["area", "rooms", "floor", "age"]
flats = pd.read_csv("flats.csv")
train, test = train_test_split(flats, random_state=4)

power = PowerTransformer().fit(train[NUMERIC])
X_train = power.transform(train[NUMERIC])
X_test = test[NUMERIC].to_numpy()

svr = SVR(C=100).fit(X_train, train["price"])
trees = xgb.XGBRegressor(random_state=4).fit(train[NUMERIC], train["price"])
print("trees", mean_absolute_error(test["price"], trees.predict(test[NUMERIC])))
print("svr", mean_absolute_error(test["price"], svr.predict(X_test)))  # must: inconsistent-preprocessing
