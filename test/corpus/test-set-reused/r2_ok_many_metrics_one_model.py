"""One model, chosen beforehand; the table shows it from several sides and by region."""
import pandas as pd
from sklearn import metrics
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

wells = pd.read_csv("wells.csv")
X = wells[["depth", "age", "arsenic", "distance"]]
a, b, ya, yb = train_test_split(X, wells["safe"], random_state=50)
forest = RandomForestClassifier(300, random_state=50).fit(a, ya)
pred = forest.predict(b)
for fn in (metrics.accuracy_score, metrics.f1_score, metrics.matthews_corrcoef, metrics.balanced_accuracy_score):
    print(fn.__name__, round(fn(yb, pred), 3))
for region, rows in wells.loc[b.index].groupby("region"):
    print(region, metrics.accuracy_score(rows["safe"], forest.predict(rows[X.columns])))
