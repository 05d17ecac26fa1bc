import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

table = pd.read_feather("parcels.feather")
rest, test = train_test_split(table, random_state=61)
train, val = train_test_split(rest, random_state=61)


def xy(frame):
    return frame.drop(columns="days"), frame["days"]


first = lgb.LGBMRegressor(n_estimators=5000, random_state=61)
first.fit(*xy(train), eval_set=[xy(val)], callbacks=[lgb.early_stopping(100, verbose=False)])

both = pd.concat([train, val])
final = lgb.LGBMRegressor(n_estimators=first.best_iteration_, random_state=61)
final.fit(*xy(both))
X_test, y_test = xy(test)
print(mean_absolute_error(y_test, final.predict(X_test)))
