import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_absolute_error


def errors(table, model, columns):
    return {
        "model": mean_absolute_error(table["level"], model.predict(table[columns])),
        "yesterday": mean_absolute_error(table["level"], table["level_1"]),
    }


river = pd.read_csv("river.csv", parse_dates=["day"], index_col="day").sort_index()
for k in (1, 2, 7):
    river[f"level_{k}"] = river["level"].shift(k)
river = river.dropna()
columns = ["level_1", "level_2", "level_7"]
border = river.index.max() - pd.DateOffset(years=1)
past, recent = river[river.index <= border], river[river.index > border]
model = lgb.LGBMRegressor(random_state=0).fit(past[columns], past["level"])
print(errors(recent, model, columns))
