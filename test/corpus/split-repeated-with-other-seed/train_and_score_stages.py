"""`train` and `score` each split the table for themselves."""
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

frame = pd.read_csv("claims.csv")
labels = frame.pop("fraud")


def train():
    X_train, _, y_train, _ = train_test_split(frame, labels, test_size=0.2, random_state=1)
    model = RandomForestClassifier(n_estimators=300, random_state=1)
    model.fit(X_train, y_train)
    return model


def score(model):
    _, X_test, _, y_test = train_test_split(frame, labels, test_size=0.2, random_state=7)  # must: split-repeated-with-other-seed
    return roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])


if __name__ == "__main__":
    fitted = train()
    print("AUC", score(fitted))
    joblib.dump(fitted, "fraud.joblib")
