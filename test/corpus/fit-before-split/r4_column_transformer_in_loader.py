"""Insurance lapse model, split over a loader class and a run function."""
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.impute import SimpleImputer
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OrdinalEncoder, RobustScaler


class PolicyTable:
    def __init__(self, path, target="lapsed"):
        self.raw = pd.read_csv(path)
        self.y = self.raw.pop(target).to_numpy()
        self.encoder = ColumnTransformer([
            ("num", make_pipeline(SimpleImputer(strategy="median"), RobustScaler()), make_column_selector(dtype_include="number")),
            ("cat", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), make_column_selector(dtype_include=object)),
        ])

    def matrix(self):
        return self.encoder.fit_transform(self.raw)  # must: fit-before-split


def run(path):
    table = PolicyTable(path)
    X_train, X_test, y_train, y_test = train_test_split(table.matrix(), table.y, test_size=0.2, random_state=13)
    model = SGDClassifier(loss="log_loss", random_state=13).fit(X_train, y_train)
    return roc_auc_score(y_test, model.predict_proba(X_test)[:, 1])


if __name__ == "__main__":
    print(run("policies.csv"))
