# main
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score

from parts import make_parts

BANDS = [f"nir_{i}" for i in range(24)] + ["ph", "clay", "sand"]
CONFIG = {"share": 0.25, "seed": 5, "trees": 600}


def read_survey(path):
    survey = pd.read_csv(path, parse_dates=["sampled"])
    survey = survey.dropna(subset=["carbon"])
    survey[BANDS] = survey[BANDS].clip(upper=survey[BANDS].quantile(0.99), axis=1)  # must: self-statistic-before-split
    return survey


def main():
    survey = read_survey("soil.csv")
    parts = make_parts(survey, CONFIG["share"], CONFIG["seed"])
    forest = RandomForestRegressor(CONFIG["trees"], random_state=CONFIG["seed"], n_jobs=-1)
    forest.fit(parts.learn[BANDS], parts.learn["carbon"])
    print("r2", r2_score(parts.judge["carbon"], forest.predict(parts.judge[BANDS])))


if __name__ == "__main__":
    main()
