import numpy as np
from sklearn.metrics import classification_report
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


class ReportMixin:
    """Prints how well a fitted recogniser does."""

    def report(self):
        print(classification_report(self.y, self.model.predict(self.x)))  # must: evaluate-on-train


class GestureRecogniser(ReportMixin):
    def __init__(self, path, seed=0):
        with np.load(path) as archive:
            self.x = archive["features"].reshape(len(archive["features"]), -1)
            self.y = archive["gesture"]
        network = MLPClassifier((128, 64), max_iter=400, random_state=seed)
        self.model = make_pipeline(StandardScaler(), network)

    def learn(self):
        self.model.fit(self.x, self.y)
        return self

    def recognise(self, features):
        return self.model.predict(features.reshape(1, -1))[0]


if __name__ == "__main__":
    recogniser = GestureRecogniser("gestures.npz").learn()
    recogniser.report()
