import argparse

import pandas as pd
from catboost import CatBoostRegressor, Pool


def pool_from(path, label):
    table = pd.read_csv(path)
    y = table.pop(label)
    cats = list(table.select_dtypes("object").columns)
    table[cats] = table[cats].fillna("none")
    return Pool(table, y, cat_features=cats)


def cmd_train(args):
    pool = pool_from(args.csv, args.label)
    model = CatBoostRegressor(iterations=args.iterations, depth=8, random_seed=args.seed, verbose=200)
    model.fit(pool)
    print("R2 of the model: %.3f" % model.score(pool))  # must: evaluate-on-train
    model.save_model(args.out)


def cmd_apply(args):
    model = CatBoostRegressor().load_model(args.model)
    rows = pd.read_csv(args.csv)
    rows["answer"] = model.predict(rows)
    rows.to_csv(args.out, index=False)


def main():
    parser = argparse.ArgumentParser("salaries")
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train")
    train.add_argument("csv")
    train.add_argument("--label", default="salary")
    train.add_argument("--iterations", type=int, default=3000)
    train.add_argument("--seed", type=int, default=1)
    train.add_argument("--out", default="salary.cbm")
    apply = commands.add_parser("apply")
    apply.add_argument("model")
    apply.add_argument("csv")
    apply.add_argument("--out", default="answers.csv")
    args = parser.parse_args()
    {"train": cmd_train, "apply": cmd_apply}[args.command](args)


if __name__ == "__main__":
    main()
