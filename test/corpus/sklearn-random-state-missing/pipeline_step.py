from sklearn.datasets import fetch_20newsgroups
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import f1_score
from sklearn.pipeline import Pipeline

train = fetch_20newsgroups(subset="train")
test = fetch_20newsgroups(subset="test")

model = Pipeline([
    ("tfidf", TfidfVectorizer(stop_words="english")),
    ("clf", SGDClassifier(loss="hinge", alpha=1e-4)),  # must: sklearn-random-state-missing
])
model.fit(train.data, train.target)
dummy = DummyClassifier(strategy="most_frequent").fit(train.data, train.target)
for m in (dummy, model):
    print(f1_score(test.target, m.predict(test.data), average="macro"))
