import pandas as pd
import yaml
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def parts(frame, cfg):
    rest, test = train_test_split(frame, test_size=cfg["test_share"], random_state=cfg["seed"])
    train, val = train_test_split(rest, test_size=cfg["val_share"], random_state=cfg["seed"])
    return {"train": train, "val": val, "test": test}


def main():
    with open("config.yaml") as handle:
        cfg = yaml.safe_load(handle)
    data = parts(pd.read_csv(cfg["table"]), cfg)
    fitted = {}
    for c in cfg["strengths"]:
        model = LogisticRegression(C=c, max_iter=1000).fit(data["train"][cfg["columns"]], data["train"][cfg["label"]])
        fitted[c] = roc_auc_score(data["val"][cfg["label"]], model.predict_proba(data["val"][cfg["columns"]])[:, 1]), model
    _, model = max(fitted.values(), key=lambda pair: pair[0])
    print(roc_auc_score(data["test"][cfg["label"]], model.predict_proba(data["test"][cfg["columns"]])[:, 1]))


if __name__ == "__main__":
    main()
