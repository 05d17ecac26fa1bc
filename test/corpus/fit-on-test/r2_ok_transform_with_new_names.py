import polars as pl
from sklearn import linear_model, metrics, preprocessing
from sklearn.model_selection import train_test_split

frame = pl.read_csv("maintenance.csv").to_pandas()
fit_part, test_part = train_test_split(frame, stratify=frame["fails"], random_state=38)
cols = [c for c in frame.columns if c != "fails"]
test_scaler = preprocessing.StandardScaler().fit(fit_part[cols])
Z = {name: test_scaler.transform(part[cols]) for name, part in (("fit", fit_part), ("test", test_part))}
clf = linear_model.LogisticRegression(max_iter=500).fit(Z["fit"], fit_part["fails"])
print(metrics.roc_auc_score(test_part["fails"], clf.decision_function(Z["test"])))
