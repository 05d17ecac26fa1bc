import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor
from sklearn.preprocessing import StandardScaler

crabs = pd.read_csv("crabs.csv")
age = crabs.pop("age").to_numpy()[:, None]
X_train, X_test, y_train, y_test = train_test_split(crabs, age, test_size=0.2, random_state=5)

in_scaler, out_scaler = StandardScaler().fit(X_train), StandardScaler().fit(y_train)
mlp = MLPRegressor((32,), max_iter=1500, random_state=5)
mlp.fit(in_scaler.transform(X_train), out_scaler.transform(y_train).ravel())
pred = out_scaler.inverse_transform(mlp.predict(in_scaler.transform(X_test))[:, None])
print("mae", mean_absolute_error(y_test, np.round(pred)))
