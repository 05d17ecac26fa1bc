import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def three_way(frame, label, share=0.15, seed=0):
    """Train, stop and judge on three parts that share no row."""
    work, test = train_test_split(frame, test_size=share, random_state=seed, stratify=frame[label])
    train, stop = train_test_split(work, test_size=share, random_state=seed, stratify=work[label])
    return train, stop, test


def matrix(rows, label):
    return xgb.DMatrix(rows.drop(columns=label), label=rows[label])


loans = pd.read_csv("loans.csv")
d_train, d_stop, d_test = (matrix(part, "bad") for part in three_way(loans, "bad"))
bst = xgb.train(
    {"objective": "binary:logistic", "eval_metric": "auc", "eta": 0.05, "max_depth": 4, "seed": 0},
    d_train,
    num_boost_round=2000,
    evals=[(d_train, "train"), (d_stop, "stop")],
    early_stopping_rounds=50,
    verbose_eval=False,
)
scores = bst.predict(d_test, iteration_range=(0, bst.best_iteration + 1))
print("test AUC", roc_auc_score(d_test.get_label(), scores))
