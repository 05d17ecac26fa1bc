import pandas as pd
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.linear_model import ElasticNet
from sklearn.metrics import r2_score
from sklearn.model_selection import HalvingGridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

GRID = {"elasticnet__alpha": [0.001, 0.01, 0.1, 1.0], "elasticnet__l1_ratio": [0.1, 0.5, 0.9]}


def searcher(seed):
    chain = make_pipeline(PolynomialFeatures(2), StandardScaler(), ElasticNet(max_iter=20000))
    folds = KFold(4, shuffle=True, random_state=seed)
    return HalvingGridSearchCV(chain, GRID, cv=folds, factor=2, random_state=seed)


def held_out(table, target, seed):
    X, X_final, y, y_final = train_test_split(table, target, test_size=0.2, random_state=seed)
    search = searcher(seed).fit(X, y)
    return search, r2_score(y_final, search.predict(X_final))


def nested(table, target, seed):
    outer = KFold(5, shuffle=True, random_state=seed + 1)
    return cross_val_score(searcher(seed), table, target, cv=outer, scoring="r2")


def main(seed=100):
    table = pd.read_csv("boilers.csv")
    target = table.pop("efficiency")
    search, score = held_out(table, target, seed)
    print("chosen:", search.best_params_)
    print("held out r2:", round(score, 3))
    print("nested r2:", nested(table, target, seed).round(3))
    delivered = searcher(seed).fit(table, target)
    pd.to_pickle(delivered.best_estimator_, "boiler.pkl")


if __name__ == "__main__":
    main()
