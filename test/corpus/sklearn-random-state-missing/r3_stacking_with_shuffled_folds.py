import polars as pl
from lightgbm import LGBMRegressor
from sklearn.ensemble import GradientBoostingRegressor, StackingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import RepeatedKFold, train_test_split
from sklearn.neighbors import KNeighborsRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def stack(seed):
    members = [
        ("near", make_pipeline(StandardScaler(), KNeighborsRegressor(15))),
        ("light", LGBMRegressor(n_estimators=400, random_state=seed)),
        ("quantile", GradientBoostingRegressor(loss="quantile", subsample=0.7)),  # must: sklearn-random-state-missing
    ]
    return StackingRegressor(members, RidgeCV(), cv=5)


def main(path="ferries.parquet", seed=22):
    ferries = pl.read_parquet(path).drop_nulls()
    delay = ferries["delay_min"].to_numpy()
    inputs = ferries.drop("delay_min").to_numpy()
    x, x_test, y, y_test = train_test_split(inputs, delay, test_size=0.2, random_state=seed)

    errors = []
    for fit, out in RepeatedKFold(n_splits=4, n_repeats=2).split(x):  # must: sklearn-random-state-missing
        model = stack(seed).fit(x[fit], y[fit])
        errors.append(mean_absolute_error(y[out], model.predict(x[out])))
    print("folds", [round(e, 2) for e in errors])
    print("test", mean_absolute_error(y_test, stack(seed).fit(x, y).predict(x_test)))


if __name__ == "__main__":
    main()
