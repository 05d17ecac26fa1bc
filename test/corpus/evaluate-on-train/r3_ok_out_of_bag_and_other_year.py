import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.metrics import accuracy_score, cohen_kappa_score
from sklearn.model_selection import cross_val_predict

SENSORS = ["ndvi", "ndwi", "red", "nir", "swir", "height"]


def read(year):
    return pd.read_parquet(f"plots_{year}.parquet").dropna(subset=SENSORS)


def out_of_bag(plots, seed):
    forest = RandomForestClassifier(500, oob_score=True, random_state=seed)
    forest.fit(plots[SENSORS], plots["crop"])
    return forest, forest.oob_score_


def folded(plots, seed):
    trees = ExtraTreesClassifier(500, random_state=seed)
    guess = cross_val_predict(trees, plots[SENSORS], plots["crop"], cv=5)
    return accuracy_score(plots["crop"], guess)


def next_year(forest, plots):
    return cohen_kappa_score(plots["crop"], forest.predict(plots[SENSORS]))


def main(seed=3):
    plots = read(2021)
    forest, oob = out_of_bag(plots, seed)
    print("out of bag", oob)
    print("five folds", folded(plots, seed))
    print("kappa a year later", next_year(forest, read(2022)))

    plots["leaf"] = forest.apply(plots[SENSORS])[:, 0]
    plots["crop_guess"] = forest.predict(plots[SENSORS])
    plots.to_parquet("plots_2021_with_guess.parquet")


if __name__ == "__main__":
    main()
