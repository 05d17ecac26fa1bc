import catboost as cb
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


def fit_with_stop(train: pd.DataFrame, target: str, seed: int) -> cb.CatBoostRegressor:
    inner, watch = train_test_split(train, random_state=seed)
    model = cb.CatBoostRegressor(iterations=4000, od_type="Iter", od_wait=150, random_seed=seed, verbose=False)
    model.fit(
        inner.drop(columns=target),
        inner[target],
        eval_set=(watch.drop(columns=target), watch[target]),
        use_best_model=True,
    )
    return model


listings = pd.read_csv("listings.csv").select_dtypes("number")
train, test = train_test_split(listings, random_state=3)
model = fit_with_stop(train, "price", 3)
print(mean_squared_error(test["price"], model.predict(test.drop(columns="price"))) ** 0.5)
