import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split

cars = pd.read_csv("used_cars.csv")
y = cars.pop("price")
X_train, X_test, y_train, y_test = train_test_split(pd.get_dummies(cars), y, test_size=0.2, random_state=2)

for model in [LinearRegression(), LGBMRegressor(n_estimators=600, random_state=2)]:
    model.fit(X_train, y_train)
    error = mean_absolute_percentage_error(y_test, model.predict(X_test))
    print(type(model).__name__, f"{error:.2%}")
