"""The validation part is imputed by its own medians."""
import pandas as pd
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor


def score(X_train, X_valid, y_train, y_valid, model):
    model.fit(X_train, y_train)
    return mean_absolute_error(y_valid, model.predict(X_valid))


data = pd.read_csv("melbourne.csv")
y = data.pop("Price")
X = data.select_dtypes(exclude=["object"])
X_train, X_valid, y_train, y_valid = train_test_split(X, y, train_size=0.8, random_state=0)

my_imputer = SimpleImputer(strategy="median")
imputed_X_train = pd.DataFrame(my_imputer.fit_transform(X_train))
imputed_X_valid = pd.DataFrame(my_imputer.fit_transform(X_valid))  # must: fit-on-test
imputed_X_train.columns = X_train.columns
imputed_X_valid.columns = X_valid.columns

print(score(imputed_X_train, imputed_X_valid, y_train, y_valid, LinearRegression()))
print(score(imputed_X_train, imputed_X_valid, y_train, y_valid, DecisionTreeRegressor(random_state=0)))
