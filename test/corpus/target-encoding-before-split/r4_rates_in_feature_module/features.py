# main
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score

from parts import shuffled_parts

KEYS = ["carrier", "origin", "destination"]


def add_rates(flights, target):
    for key in KEYS:
        rate = flights.groupby(key)[target].mean()  # must: target-encoding-before-split
        flights[f"{key}_rate"] = flights[key].map(rate)
    return flights


def main():
    flights = add_rates(pd.read_parquet("flights.parquet"), "late")
    train, test = shuffled_parts(flights, share=0.2, seed=47)
    columns = [f"{key}_rate" for key in KEYS] + ["distance"]
    model = RandomForestClassifier(200, random_state=47).fit(train[columns], train["late"])
    print(roc_auc_score(test["late"], model.predict_proba(test[columns])[:, 1]))


if __name__ == "__main__":
    main()
