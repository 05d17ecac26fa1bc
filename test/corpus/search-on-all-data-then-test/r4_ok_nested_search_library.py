from sklearn.base import clone
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split


def nested_score(estimator, grid, X, y, seed=0, outer=5, inner=4):
    search = GridSearchCV(clone(estimator), grid, cv=KFold(inner, shuffle=True, random_state=seed))
    return cross_val_score(search, X, y, cv=KFold(outer, shuffle=True, random_state=seed))


def tuned_on_train(X, y, seed=0):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=seed)
    grid = {"alpha": [0.01, 0.1, 1.0], "l1_ratio": [0.1, 0.5, 0.9]}
    search = GridSearchCV(ElasticNet(random_state=seed), grid, cv=5).fit(X_train, y_train)
    return search.best_estimator_, search.score(X_test, y_test)
