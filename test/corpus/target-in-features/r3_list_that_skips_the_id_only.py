import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

TARGET = "co2_g_km"
cars = pd.read_csv("cars.csv")
cars["fuel"] = cars["fuel"].astype("category")
cars["gearbox"] = cars["gearbox"].astype("category")

ignored = {"vin", "registered_on", "owner"}
columns = [c for c in cars.columns if c not in ignored]
print(len(columns), "columns")

X = cars[columns]  # must: target-in-features
y = cars[TARGET]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=23)

model = xgb.XGBRegressor(
    n_estimators=500,
    max_depth=7,
    learning_rate=0.05,
    enable_categorical=True,
    tree_method="hist",
    random_state=23,
)
model.fit(X_train, y_train)
print("mae", mean_absolute_error(y_test, model.predict(X_test)))
top = sorted(zip(model.feature_importances_, columns), reverse=True)
for weight, name in top[:10]:
    print(f"{name:20s} {weight:.3f}")
