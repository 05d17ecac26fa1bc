import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.metrics import mean_poisson_deviance
from sklearn.model_selection import train_test_split


class Numbers:
    """Means and deviations of one frame, to be used on others."""

    def __init__(self, frame):
        self.mean, self.std = frame.mean(), frame.std().replace(0, 1)

    def __call__(self, frame):
        return (frame.fillna(self.mean) - self.mean) / self.std


def per_row(frame):
    """Shares of each row: nothing is borrowed from other rows."""
    return frame.div(frame.sum(axis=1), axis=0).fillna(0.0)


shops = pd.read_csv("shops.csv")
visits = shops.pop("visits")
print("mean number of visits", visits.mean())
X = pd.concat([shops[["area", "rent"]], per_row(shops.filter(like="share_"))], axis=1)
X_train, X_test, y_train, y_test = train_test_split(X, visits, test_size=0.2, random_state=2)
numbers = Numbers(X_train)
model = PoissonRegressor().fit(numbers(X_train), y_train)
print(mean_poisson_deviance(y_test, model.predict(numbers(X_test))))
