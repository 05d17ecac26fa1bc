import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def add_user_history(clicks):
    per_user = clicks.groupby("user_id")
    clicks["user_events"] = per_user["item_id"].transform("count")
    clicks["user_items"] = per_user["item_id"].transform("nunique")
    clicks["mean_dwell"] = per_user["dwell_seconds"].transform("mean")
    return clicks


def main():
    clicks = pd.read_parquet("clicks.parquet")
    clicks = add_user_history(clicks)
    features = ["user_events", "user_items", "mean_dwell", "position", "price"]
    train, test = train_test_split(clicks, test_size=0.1, random_state=8)  # must: group-leakage-split
    gb = GradientBoostingClassifier(random_state=8)
    gb.fit(train[features], train["premium_user"])
    print("AUC", roc_auc_score(test["premium_user"], gb.predict_proba(test[features])[:, 1]))


if __name__ == "__main__":
    main()
