import joblib
import pandas as pd
from sklearn.metrics import classification_report
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


class FaultDetector:
    def __init__(self, csv):
        frame = pd.read_csv(csv)
        self.labels = frame["fault"]
        self.signals = frame.drop(columns="fault")
        self.pipe = Pipeline([("scale", StandardScaler()), ("svc", SVC(C=5))])

    def train(self):
        self.pipe.fit(self.signals, self.labels)

    def report(self):
        print(classification_report(self.labels, self.pipe.predict(self.signals)))  # must: evaluate-on-train

    def save(self, path):
        joblib.dump(self.pipe, path)


fd = FaultDetector("bearing.csv")
fd.train()
fd.report()
fd.save("bearing.joblib")
