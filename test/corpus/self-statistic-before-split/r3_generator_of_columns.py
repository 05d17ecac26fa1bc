import argparse

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


def scaled_columns(frame, names):
    for name in names:
        values = frame[name].astype("float32")
        yield name, (values - values.min()) / (values.max() - values.min())  # must: self-statistic-before-split


def read(path, label):
    frame = pd.read_csv(path, sep=";")
    names = [c for c in frame.columns if c != label]
    inputs = pd.DataFrame(dict(scaled_columns(frame, names)))
    return inputs, frame[label]


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    parser.add_argument("--label", default="quality")
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=8)
    args = parser.parse_args(argv)

    inputs, label = read(args.csv, args.label)
    a, b, label_a, label_b = train_test_split(inputs, label, random_state=args.seed)
    booster = xgb.train(
        {"objective": "reg:squarederror", "max_depth": 5, "seed": args.seed},
        xgb.DMatrix(a, label=label_a),
        num_boost_round=args.rounds,
    )
    rmse = np.sqrt(mean_squared_error(label_b, booster.predict(xgb.DMatrix(b))))
    print(f"rmse {rmse:.4f}")


if __name__ == "__main__":
    main()
