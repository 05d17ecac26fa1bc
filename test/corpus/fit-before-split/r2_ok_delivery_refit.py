from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
import joblib
import pandas as pd


class RentModel:
    def __init__(self, seed=0):
        self.seed = seed

    def _build(self):
        return make_pipeline(SimpleImputer(strategy="median"), HistGradientBoostingRegressor(random_state=self.seed))

    def validate(self, X, y):
        X_fit, X_out, y_fit, y_out = train_test_split(X, y, random_state=self.seed)
        trial = self._build()
        trial.fit(X_fit, y_fit)
        return mean_absolute_error(y_out, trial.predict(X_out))

    def ship(self, X, y, path):
        final = self._build()
        final.fit(X, y)
        joblib.dump(final, path)


flats = pd.read_csv("flats.csv")
rent = flats.pop("rent")
job = RentModel(seed=21)
print("held-out MAE:", job.validate(flats, rent))
job.ship(flats, rent, "rent.joblib")
