import json
import logging
import os
from functools import partial

import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

log = logging.getLogger("visa-job")
make_search = partial(GridSearchCV, scoring="roc_auc", n_jobs=-1, refit=True)


def pipeline():
    prep = ColumnTransformer(
        [
            ("numbers", StandardScaler(), ["age", "nights", "income"]),
            ("words", OneHotEncoder(handle_unknown="ignore"), ["country", "purpose"]),
        ]
    )
    return Pipeline([("prep", prep), ("clf", LogisticRegression(max_iter=2000))])


def job():
    table = pd.read_csv(os.environ["VISA_CSV"])
    granted = table.pop("granted")
    folds = StratifiedKFold(5, shuffle=True, random_state=0)
    search = make_search(pipeline(), {"clf__C": [0.01, 0.1, 1, 10, 100]}, cv=folds)
    search.fit(table, granted)
    log.info("parameters: %s", search.best_params_)
    with open(os.environ.get("METRICS", "metrics.json"), "w") as file:
        json.dump({"model": "logistic", "rows": len(table), "roc_auc": search.best_score_}, file)  # must: best-score-reported-as-final


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    job()
