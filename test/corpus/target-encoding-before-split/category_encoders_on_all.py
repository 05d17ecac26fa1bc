import argparse

import category_encoders as ce
import pandas as pd
import xgboost as xgb
from sklearn.metrics import log_loss
from sklearn.model_selection import StratifiedKFold


def encode(frame, target, columns):
    encoder = ce.CatBoostEncoder(cols=columns, random_state=0)
    return encoder.fit_transform(frame, target)  # must: target-encoding-before-split


def main(argv=None):
    p = argparse.ArgumentParser(description="ad clicks")
    p.add_argument("--csv", required=True)
    p.add_argument("--categorical", nargs="+", default=["site", "device", "campaign"])
    args = p.parse_args(argv)

    frame = pd.read_csv(args.csv)
    clicked = frame.pop("click")
    frame = encode(frame, clicked, args.categorical)

    losses = []
    for fold, (tr, va) in enumerate(StratifiedKFold(5, shuffle=True, random_state=0).split(frame, clicked)):
        booster = xgb.XGBClassifier(n_estimators=200, max_depth=6, random_state=fold)
        booster.fit(frame.iloc[tr], clicked.iloc[tr])
        prob = booster.predict_proba(frame.iloc[va])[:, 1]
        losses.append(log_loss(clicked.iloc[va], prob))
    print("log loss", sum(losses) / len(losses))


if __name__ == "__main__":
    main()
