import numpy as np
import pandas as pd
from imblearn.over_sampling import RandomOverSampler
from lightgbm import LGBMClassifier
from sklearn.model_selection import StratifiedKFold, cross_val_score


class DefectStudy:
    def __init__(self, path, balance=True, seed=17):
        self.seed = seed
        self.balance = balance
        table = pd.read_feather(path)
        self.y = (table.pop("verdict") == "reject").astype(int)
        self.x = table.select_dtypes("number").fillna(-1)

    def _balanced(self):
        if not self.balance:
            return self.x, self.y
        sampler = RandomOverSampler(random_state=self.seed)
        return sampler.fit_resample(self.x, self.y)  # must: resample-before-split

    def score(self):
        x, y = self._balanced()
        model = LGBMClassifier(n_estimators=250, random_state=self.seed)
        folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=self.seed)
        return cross_val_score(model, x, y, cv=folds, scoring="f1")


if __name__ == "__main__":
    f1 = DefectStudy("castings.feather").score()
    print("f1 %.3f +- %.3f" % (np.mean(f1), np.std(f1)))
