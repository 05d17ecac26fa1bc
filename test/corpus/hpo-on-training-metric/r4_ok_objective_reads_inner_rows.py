import optuna
import xgboost as xgb
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


class Tuner:
    def __init__(self, X, y, seed=0):
        self.seed = seed
        self.X_fit, self.X_tune, self.y_fit, self.y_tune = train_test_split(X, y, test_size=0.25, random_state=seed)

    def __call__(self, trial):
        params = {
            "eta": trial.suggest_float("eta", 1e-3, 0.5, log=True),
            "max_depth": trial.suggest_int("max_depth", 2, 12),
            "seed": self.seed,
        }
        booster = xgb.train(params, xgb.DMatrix(self.X_fit, self.y_fit), num_boost_round=300)
        trial.set_user_attr("train_mse", float(mean_squared_error(self.y_fit, booster.predict(xgb.DMatrix(self.X_fit)))))
        return mean_squared_error(self.y_tune, booster.predict(xgb.DMatrix(self.X_tune)))

    def best(self, trials):
        study = optuna.create_study(sampler=optuna.samplers.TPESampler(seed=self.seed))
        study.optimize(self, n_trials=trials)
        return study.best_params
