# %%
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

cars = pd.read_csv("cars.csv")
cars["age"] = 2024 - cars["year"]

# %%
means = cars.groupby("model")["price"].mean()  # must: target-encoding-before-split
cars["model_enc"] = cars["model"].map(means)

# %%
X = cars[["age", "mileage", "model_enc"]]
X_train, X_test, y_train, y_test = train_test_split(X, cars["price"], random_state=42)
rf = RandomForestRegressor(random_state=42).fit(X_train, y_train)
r2_score(y_test, rf.predict(X_test))
