"""Ad-click model; the audit section goes to the data team every week."""
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


class Audit:
    def __init__(self, frame):
        self.frame = frame

    def missing(self):
        return self.frame.isna().mean().sort_values(ascending=False)

    def repeated_rows(self):
        return int(self.frame.duplicated().sum())

    def show(self):
        print("rows", len(self.frame))
        print("repeated rows", self.repeated_rows())
        print(self.missing().head(10))


def read(path):
    frame = pd.read_csv(path)
    Audit(frame).show()
    return frame


def main():
    clicks = read("clicks.csv")
    target = clicks.pop("clicked")
    nominal = clicks.select_dtypes("object").columns.tolist()
    X_train, X_test, y_train, y_test = train_test_split(  # must: duplicates-not-dropped-before-split
        clicks, target, test_size=0.2, stratify=target, random_state=31
    )
    model = CatBoostClassifier(iterations=500, cat_features=nominal, random_seed=31, verbose=100)
    model.fit(X_train, y_train)
    print("AUC", roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))


if __name__ == "__main__":
    main()
