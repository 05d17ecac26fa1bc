from functools import lru_cache

import numpy as np
import pandas as pd
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


@lru_cache(maxsize=1)
def wine():
    return pd.read_csv("wine.csv")


def learn_part(seed):
    return train_test_split(wine(), test_size=0.3, random_state=seed)[0]


def test_part(seed):
    return train_test_split(wine(), test_size=0.3, random_state=seed)[1]


def one_run(seed, k=9):
    learn, test = learn_part(seed), test_part(seed)
    model = KNeighborsClassifier(k).fit(learn.drop(columns="grade"), learn["grade"])
    return cohen_kappa_score(test["grade"], model.predict(test.drop(columns="grade")))


def main():
    runs = [one_run(seed) for seed in range(20)]
    print(f"kappa {np.mean(runs):.3f}, spread over the splits {np.std(runs):.3f}")


if __name__ == "__main__":
    main()
