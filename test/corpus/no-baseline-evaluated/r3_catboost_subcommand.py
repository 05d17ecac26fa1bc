import argparse

import joblib
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split


def parts(path, seed):
    messages = pd.read_csv(path)
    label = messages.pop("spam")
    return train_test_split(messages, label, test_size=0.2, stratify=label, random_state=seed)


def train(args):
    x, x_held, y, y_held = parts(args.csv, args.seed)
    model = CatBoostClassifier(text_features=["body"], random_seed=args.seed, verbose=False)
    model.fit(x, y)
    joblib.dump(model, args.model)
    print("f1", f1_score(y_held, model.predict(x_held)))  # must: no-baseline-evaluated


def predict(args):
    model = joblib.load(args.model)
    messages = pd.read_csv(args.csv)
    messages["spam"] = model.predict(messages)
    messages.to_csv(args.csv.replace(".csv", "_scored.csv"), index=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command", choices=["train", "predict"])
    parser.add_argument("csv")
    parser.add_argument("--model", default="spam.joblib")
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    (train if args.command == "train" else predict)(args)


if __name__ == "__main__":
    main()
