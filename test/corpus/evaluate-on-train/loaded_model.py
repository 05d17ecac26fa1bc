"""Score new labels with a model from disk, then let it learn them as well."""
import joblib
import pandas as pd
from sklearn.metrics import accuracy_score

model = joblib.load("sgd.joblib")
fresh = pd.read_csv("labels_of_this_week.csv")
X, y = fresh.drop(columns="label"), fresh["label"]
print("before", accuracy_score(y, model.predict(X)), "majority", y.value_counts(normalize=True).max())
model.partial_fit(X, y)
joblib.dump(model, "sgd.joblib")
