"""Salaries: a mask of random numbers makes the parts."""
import argparse

import numpy as np
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression


def split(frame, share=0.8):
    mask = np.random.rand(len(frame)) < share  # must: seed-missing-numpy
    return frame[mask], frame[~mask]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    frame = pd.read_csv(parser.parse_args().csv)
    train, test = split(frame)
    for m in (DummyRegressor(), LinearRegression()):
        m.fit(train[["years"]], train["salary"])
        print(m, m.score(test[["years"]], test["salary"]))


if __name__ == "__main__":
    main()
