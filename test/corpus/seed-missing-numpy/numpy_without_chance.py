"""numpy is used all over, its generator is not."""
import numpy as np
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("tides.csv")
hour = df["hour"].to_numpy()
X = np.stack([np.sin(hour * np.pi / 6), np.cos(hour * np.pi / 6), np.linspace(0, 1, len(hour))], axis=1)
y = np.log1p(df["level"].to_numpy())
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
ridge = Ridge().fit(X_train, y_train)
print(ridge.score(X_test, y_test), DummyRegressor().fit(X_train, y_train).score(X_test, y_test))
