import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def report_duplicates(frame):
    print(f"{frame.duplicated().sum()} of {len(frame)} rows repeat an earlier one")
    return frame


def without_duplicates(frame):
    return frame.drop_duplicates().reset_index(drop=True)


flats = pd.read_csv("flats.csv").pipe(report_duplicates).pipe(without_duplicates)
price = flats.pop("price")
X_tr, X_te, y_tr, y_te = train_test_split(flats.select_dtypes("number"), price, test_size=0.25, random_state=6)
model = HistGradientBoostingRegressor(random_state=6).fit(X_tr, y_tr)
print("MAE", mean_absolute_error(y_te, model.predict(X_te)))
