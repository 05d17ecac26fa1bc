"""Text experiments: one class, a method for each representation."""
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


class Experiment:
    def __init__(self, path, seed=0):
        frame = pd.read_csv(path)
        self.texts, self.labels, self.seed = frame["text"], frame["label"], seed

    def _fit_and_score(self, A, B, ya, yb):
        clf = LogisticRegression(max_iter=500).fit(A, ya)
        dummy = DummyClassifier().fit(A, ya)
        return accuracy_score(yb, clf.predict(B)), accuracy_score(yb, dummy.predict(B))

    def words(self):
        a, b, ya, yb = train_test_split(self.texts, self.labels, test_size=0.1, random_state=self.seed)
        v = HashingVectorizer()
        return self._fit_and_score(v.transform(a), v.transform(b), ya, yb)

    def characters(self):
        a, b, ya, yb = train_test_split(self.texts, self.labels, test_size=0.3, random_state=self.seed)  # must: hardcoded-split-ratio
        v = HashingVectorizer(analyzer="char", ngram_range=(2, 4))
        return self._fit_and_score(v.transform(a), v.transform(b), ya, yb)


if __name__ == "__main__":
    e = Experiment("tweets.csv")
    print(e.words(), e.characters())
