import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

FEATURES = ["LotArea", "YearBuilt", "1stFlrSF", "2ndFlrSF", "FullBath", "BedroomAbvGr", "TotRmsAbvGrd"]
LABEL = "SalePrice"

home_data = pd.read_csv("iowa.csv")
train, valid = train_test_split(home_data, test_size=0.25, random_state=1)
print("validation rows:", len(valid))

X_train, y_train = train[FEATURES], train[LABEL]
X_valid, y_valid = train[FEATURES], train[LABEL]  # must: wrong-split-evaluated

rf_model = RandomForestRegressor(n_estimators=200, random_state=1)
rf_model.fit(X_train, y_train)
rf_val_mae = mean_absolute_error(y_valid, rf_model.predict(X_valid))
print("Validation MAE for Random Forest Model: {:,.0f}".format(rf_val_mae))

later = pd.read_csv("iowa_sold_later.csv")
print("MAE of the houses sold later: {:,.0f}".format(mean_absolute_error(later[LABEL], rf_model.predict(later[FEATURES]))))
