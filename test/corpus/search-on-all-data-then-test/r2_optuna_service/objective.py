from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.linear_model import ElasticNet


def build(params):
    return make_pipeline(StandardScaler(), ElasticNet(**params))


def make_objective(X, y):
    def objective(trial):
        params = {
            "alpha": trial.suggest_float("alpha", 1e-4, 10.0, log=True),
            "l1_ratio": trial.suggest_float("l1_ratio", 0.0, 1.0),
        }
        return cross_val_score(build(params), X, y, cv=5).mean()

    return objective
