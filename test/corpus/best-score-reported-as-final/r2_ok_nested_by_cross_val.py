from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_val_score
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

X, y = load_wine(return_X_y=True)
pipe = Pipeline([("scale", StandardScaler()), ("svm", SVC())])
inner = GridSearchCV(pipe, {"svm__C": [0.1, 1, 10]}, cv=StratifiedKFold(4, shuffle=True, random_state=0))
nested = cross_val_score(inner, X, y, cv=StratifiedKFold(6, shuffle=True, random_state=1))
inner.fit(X, y)
print("for the record:", inner.best_score_)
print("honest estimate: %.3f" % nested.mean())
