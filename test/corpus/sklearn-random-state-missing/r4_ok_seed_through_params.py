from sklearn.base import BaseEstimator, RegressorMixin, clone
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import ShuffleSplit
from sklearn.utils import check_random_state

DEFAULTS = {"n_estimators": 200, "random_state": 0, "n_jobs": -1}


def forest(**changes):
    return RandomForestRegressor(**{**DEFAULTS, **changes})


class Averaged(RegressorMixin, BaseEstimator):
    """Averages copies of a regressor that see other halves of the rows."""

    def __init__(self, regressor=None, copies=5, random_state=None):
        self.regressor = regressor
        self.copies = copies
        self.random_state = random_state

    def fit(self, X, y):
        rng = check_random_state(self.random_state)
        template = RandomForestRegressor() if self.regressor is None else self.regressor
        halves = ShuffleSplit(self.copies, train_size=0.5, random_state=rng.randint(2**31 - 1))
        self.members_ = []
        for rows, _ in halves.split(X):
            member = clone(template).set_params(random_state=rng.randint(2**31 - 1))
            self.members_.append(member.fit(X[rows], y[rows]))
        return self

    def predict(self, X):
        return sum(m.predict(X) for m in self.members_) / len(self.members_)
