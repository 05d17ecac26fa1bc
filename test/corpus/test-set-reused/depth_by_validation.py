import numpy as np
import pandas as pd
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


def split_three(X, y, share=0.2, seed=44):
    X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=share, random_state=seed)
    X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=share, random_state=seed)
    return {"train": (X_train, y_train), "val": (X_val, y_val), "test": (X_test, y_test)}


def grow(parts, depth):
    return DecisionTreeClassifier(max_depth=depth, random_state=44).fit(*parts["train"])


def score(tree, part):
    X, y = part
    return balanced_accuracy_score(y, tree.predict(X))


mushrooms = pd.get_dummies(pd.read_csv("mushrooms.csv"), dtype=int)
parts = split_three(mushrooms.filter(regex="^(?!class_)"), mushrooms["class_p"])
depths = list(range(2, 13))
by_depth = [score(grow(parts, d), parts["val"]) for d in depths]
best = depths[int(np.argmax(by_depth))]
print("depth", best, "test", score(grow(parts, best), parts["test"]))
