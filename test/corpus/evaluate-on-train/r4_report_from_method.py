import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder


class LoanModel:
    NOMINAL = ["purpose", "home", "grade"]

    def __init__(self, path):
        self.loans = pd.read_csv(path)
        self.labels = self.loans.pop("defaulted")
        encode = ColumnTransformer([("cat", OneHotEncoder(handle_unknown="ignore"), self.NOMINAL)], remainder="passthrough")
        self.pipeline = make_pipeline(encode, RandomForestClassifier(400, random_state=1, n_jobs=-1))

    def train(self):
        self.pipeline.fit(self.loans, self.labels)

    def report(self):
        print(classification_report(self.labels, self.pipeline.predict(self.loans)))  # must: evaluate-on-train


if __name__ == "__main__":
    model = LoanModel("loans.csv")
    model.train()
    model.report()
