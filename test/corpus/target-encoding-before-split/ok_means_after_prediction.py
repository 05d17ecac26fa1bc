"""Mean target by group is read in the report and used as the baseline of the train rows."""
import pandas as pd
import seaborn as sns
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

coffee = pd.read_csv("coffee_scores.csv")
print(coffee.groupby("country")["score"].agg(["mean", "count"]).sort_values("mean"))
sns.barplot(x=coffee["country"], y=coffee["country"].map(coffee.groupby("country")["score"].mean()))

train, test = train_test_split(coffee, test_size=0.3, random_state=0)
inputs = ["altitude", "moisture", "defects"]
model = HistGradientBoostingRegressor(random_state=0).fit(train[inputs], train["score"])
baseline = test["country"].map(train.groupby("country")["score"].mean()).fillna(train["score"].mean())
print("model", mean_absolute_error(test["score"], model.predict(test[inputs])))
print("country mean", mean_absolute_error(test["score"], baseline))
