"""Fit the encoder and the segmenter that production uses; evaluation lives elsewhere."""
import argparse
import pathlib

import joblib
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.impute import SimpleImputer
from sklearn.preprocessing import StandardScaler


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("table", type=pathlib.Path)
    ap.add_argument("-k", type=int, default=8)
    ap.add_argument("-o", "--output", type=pathlib.Path, default=pathlib.Path("segments.joblib"))
    ns = ap.parse_args(argv)

    customers = pd.read_csv(ns.table)
    values = customers.select_dtypes("number")
    imputer = SimpleImputer().fit(values)
    scaler = StandardScaler().fit(imputer.transform(values))
    km = KMeans(ns.k, n_init=10, random_state=0)
    customers["segment"] = km.fit_predict(scaler.transform(imputer.transform(values)))
    print(customers.groupby("segment").size())
    joblib.dump((imputer, scaler, km), ns.output)


if __name__ == "__main__":
    main()
