"""The whole frame goes in; the column transformer takes the named columns and drops the others."""
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder

NUMERIC = ["carat", "depth", "table"]
NAMES = ["cut", "color", "clarity"]

diamonds = pd.read_csv("diamonds.csv")
train, test = train_test_split(diamonds, test_size=0.2, random_state=20)
columns = ColumnTransformer(
    [("keep", "passthrough", NUMERIC), ("names", OneHotEncoder(handle_unknown="ignore"), NAMES)],
    remainder="drop",
)
pipe = Pipeline([("columns", columns), ("gb", GradientBoostingRegressor(random_state=20))])
pipe.fit(train, train["price"])
print(mean_absolute_error(test["price"], pipe.predict(test)))
