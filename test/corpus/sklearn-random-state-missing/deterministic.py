"""Nothing here draws a random number unless it is told to."""
import pandas as pd
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.model_selection import GroupKFold, KFold, TimeSeriesSplit, cross_val_score, train_test_split
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

df = pd.read_csv("signals.csv")
y, groups = df.pop("label"), df.pop("subject")

for model in (
    LogisticRegression(max_iter=1000),
    LogisticRegression(solver="lbfgs", C=0.1),
    KNeighborsClassifier(5),
    GaussianNB(),
    SVC(C=3),
    LinearDiscriminantAnalysis(),
    DummyClassifier(strategy="most_frequent"),
):
    print(model, cross_val_score(model, df, y, groups=groups, cv=GroupKFold(5)).mean())

print(cross_val_score(Ridge(), df, y, cv=KFold(n_splits=5)).mean())  # must: group-leakage-split
print(cross_val_score(LinearRegression(), df, y, cv=TimeSeriesSplit(5)).mean())
tail = train_test_split(df, y, test_size=0.2, shuffle=False)
print([len(part) for part in tail])
