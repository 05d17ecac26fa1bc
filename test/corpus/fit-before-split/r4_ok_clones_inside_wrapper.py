"""A small estimator that standardises by itself and clones what it is given."""
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.decomposition import PCA
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_validate
from sklearn.preprocessing import StandardScaler
from sklearn.utils.validation import check_is_fitted


class Compressed(ClassifierMixin, BaseEstimator):
    def __init__(self, classifier, components=20):
        self.classifier = classifier
        self.components = components

    def fit(self, X, y):
        self.scaler_ = StandardScaler().fit(X)
        self.pca_ = PCA(self.components, random_state=0).fit(self.scaler_.transform(X))
        self.classifier_ = clone(self.classifier).fit(self._project(X), y)
        self.classes_ = np.unique(y)
        return self

    def _project(self, X):
        return self.pca_.transform(self.scaler_.transform(X))

    def predict(self, X):
        check_is_fitted(self)
        return self.classifier_.predict(self._project(X))


if __name__ == "__main__":
    wine = pd.read_csv("wine.csv")
    y = wine.pop("cultivar")
    cv = RepeatedStratifiedKFold(n_splits=5, n_repeats=3, random_state=0)
    model = Compressed(LogisticRegression(max_iter=1000, random_state=0), components=6)
    print(cross_validate(model, wine, y, cv=cv, scoring="f1_macro")["test_score"].mean())
