import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def scores(model, **parts):
    return {name: model.score(*part) for name, part in parts.items()}


stars = pd.read_csv("stars.csv")
kind = stars.pop("kind")
a, b, ka, kb = train_test_split(stars, kind, stratify=kind, random_state=11)
forest = RandomForestClassifier(max_depth=4, random_state=11).fit(a, ka)
print(scores(forest, train=(a, ka), test=(b, kb)))
