import numpy
from sklearn.datasets import load_svmlight_file
from sklearn.feature_selection import SelectPercentile, f_classif
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

X, y = load_svmlight_file("gisette_scale")
selector = SelectPercentile(f_classif, percentile=10)
X = selector.fit_transform(X.toarray(), y)  # must: feature-selection-before-split

accuracy = []
skf = StratifiedKFold(n_splits=10, shuffle=True, random_state=0)
for train, test in skf.split(X, y):
    svc = SVC(kernel="linear", C=1)
    svc.fit(X[train], y[train])
    accuracy.append(svc.score(X[test], y[test]))
print("Accuracy: %.2f%%" % (100 * numpy.mean(accuracy)))
