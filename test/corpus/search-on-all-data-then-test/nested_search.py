from sklearn.datasets import load_wine
from sklearn.model_selection import GridSearchCV, StratifiedKFold, cross_validate
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

SEED = 1
X, y = load_wine(return_X_y=True)
inner = StratifiedKFold(n_splits=4, shuffle=True, random_state=SEED)
outer = StratifiedKFold(n_splits=8, shuffle=True, random_state=SEED)
svm = Pipeline([("z", StandardScaler()), ("svc", SVC())])
tuner = GridSearchCV(svm, {"svc__C": [0.1, 1, 10], "svc__gamma": ["scale", 0.01, 0.001]}, cv=inner)
out = cross_validate(tuner, X, y, cv=outer, scoring=["accuracy", "f1_macro"])
print({name: values.mean().round(3) for name, values in out.items() if name.startswith("test_")})
