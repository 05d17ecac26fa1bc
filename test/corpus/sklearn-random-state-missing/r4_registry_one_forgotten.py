import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.naive_bayes import GaussianNB

SEED = 3

MODELS = {
    "bayes": GaussianNB(),
    "linear": LogisticRegression(max_iter=500),
    "forest": RandomForestClassifier(300, random_state=SEED),
    "extra": ExtraTreesClassifier(300),  # must: sklearn-random-state-missing
    "boosting": GradientBoostingClassifier(random_state=SEED),
}


def table(X, y):
    folds = StratifiedKFold(5, shuffle=True, random_state=SEED)
    return pd.Series({name: cross_val_score(model, X, y, cv=folds).mean() for name, model in MODELS.items()})


if __name__ == "__main__":
    seeds = pd.read_csv("seeds.csv")
    print(table(seeds.drop(columns="variety"), seeds["variety"]))
