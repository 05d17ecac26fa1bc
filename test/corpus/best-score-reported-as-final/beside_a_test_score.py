import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

TARGET = "charges"


def tune(X, y):
    pre = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), ["sex", "smoker", "region"]), remainder="passthrough"
    )
    pipe = make_pipeline(pre, RandomForestRegressor(random_state=0))
    gs = GridSearchCV(pipe, {"randomforestregressor__max_depth": [3, 5, 8]}, cv=5)
    gs.fit(X, y)
    print("cross-validated while tuning:", gs.best_score_, gs.best_params_)
    return gs.best_estimator_


def final_score(model, X, y):
    return model.score(X, y)


def main():
    insurance = pd.read_csv("insurance.csv")
    train, test = train_test_split(insurance, test_size=0.2, random_state=0)
    model = tune(train.drop(columns=TARGET), train[TARGET])
    print("final R2:", final_score(model, test.drop(columns=TARGET), test[TARGET]))


if __name__ == "__main__":
    main()
