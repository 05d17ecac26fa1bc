import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.naive_bayes import GaussianNB


class Selector:
    def __init__(self, candidates):
        self.candidates = candidates

    def choose(self, X, y):
        self.cv = {name: cross_val_score(m, X, y, cv=5).mean() for name, m in self.candidates.items()}
        self.name = max(self.cv, key=self.cv.get)
        self.model = self.candidates[self.name].fit(X, y)
        return self


heart = pd.read_csv("heart.csv")
ill = heart.pop("ill")
X_train, X_test, y_train, y_test = train_test_split(heart, ill, stratify=ill, random_state=10)
zoo = {"nb": GaussianNB(), "lr": LogisticRegression(max_iter=1000), "rf": RandomForestClassifier(random_state=10)}
chosen = Selector(zoo).choose(X_train, y_train)
print(chosen.name, chosen.model.score(X_test, y_test))
