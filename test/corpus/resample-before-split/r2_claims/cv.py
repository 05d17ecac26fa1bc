# main
import numpy as np
import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold
from xgboost import XGBClassifier

from sampling import sampler

SEED = 77


def load(path):
    claims = pd.read_csv(path)
    return claims.drop(columns=["fraud"]).to_numpy(), claims["fraud"].to_numpy()


def main():
    X, y = load("claims.csv")
    ros = sampler(SEED)
    X, y = ros.fit_resample(X, y)  # must: resample-before-split
    f1 = []
    for tr, te in StratifiedKFold(5, shuffle=True, random_state=SEED).split(X, y):
        model = XGBClassifier(random_state=SEED).fit(X[tr], y[tr])
        f1.append(f1_score(y[te], model.predict(X[te])))
    print("F1 over folds:", np.round(f1, 3))


main()
