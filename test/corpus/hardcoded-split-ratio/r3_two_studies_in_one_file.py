from functools import partial

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

SEED = 64


def read(kind):
    table = pd.read_parquet(f"{kind}.parquet")
    return table.filter(like="emb_").to_numpy(), table["author"].to_numpy()


def linear_study(kind):
    x, y = read(kind)
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, stratify=y, random_state=SEED)
    model = LogisticRegression(max_iter=5000).fit(x_train, y_train)
    return accuracy_score(y_test, model.predict(x_test))


def forest_study(kind):
    x, y = read(kind)
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, stratify=y, random_state=SEED)  # must: hardcoded-split-ratio
    model = RandomForestClassifier(400, random_state=SEED).fit(x_train, y_train)
    return accuracy_score(y_test, model.predict(x_test))


def main():
    studies = {"linear": linear_study, "forest": forest_study}
    for name, study in studies.items():
        run = partial(study, "letters")
        print(name, np.round(run(), 3))


if __name__ == "__main__":
    main()
