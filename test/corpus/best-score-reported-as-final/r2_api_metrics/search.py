from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GridSearchCV


def tuned_forest(X, y, seed):
    grid = {"max_depth": [4, 8, None], "min_samples_leaf": [1, 5, 20]}
    search = GridSearchCV(RandomForestClassifier(random_state=seed), grid, cv=5, scoring="f1_macro")
    search.fit(X, y)
    return search
