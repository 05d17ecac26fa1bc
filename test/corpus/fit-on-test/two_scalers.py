import numpy as np
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error as mse
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler


def scale(train, test):
    train_scaler, test_scaler = MinMaxScaler(), MinMaxScaler()
    train_scaled = train_scaler.fit_transform(train)
    test_scaled = test_scaler.fit_transform(test)  # must: fit-on-test
    return train_scaled, test_scaled


data = np.loadtxt("boston.txt")
a, b, ya, yb = train_test_split(data[:, :-1], data[:, -1], test_size=0.2, random_state=3)
a, b = scale(a, b)
ridge = Ridge().fit(a, ya)
print(mse(yb, ridge.predict(b)), mse(yb, np.full_like(yb, ya.mean())))
