import pandas as pd
from catboost import CatBoostRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.svm import SVR
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


class Base:
    label = "octane"

    def __init__(self, path):
        self.table = pd.read_csv(path)

    def xy(self):
        return self.table.drop(columns=self.label), self.table[self.label]

    def score(self):
        x, x_test, y, y_test = self.parts()
        return mean_absolute_error(y_test, self.build().fit(x, y).predict(x_test))


class Kernel(Base):
    def parts(self):
        return train_test_split(*self.xy(), train_size=0.75, random_state=0)

    def build(self):
        return make_pipeline(StandardScaler(), SVR(C=20))


class Boosted(Base):
    def parts(self):
        return train_test_split(*self.xy(), train_size=0.9, random_state=0)  # must: hardcoded-split-ratio

    def build(self):
        return CatBoostRegressor(random_seed=0, verbose=False)


for kind in (Kernel, Boosted):
    print(kind.__name__, kind("octane_spectra.csv").score())
