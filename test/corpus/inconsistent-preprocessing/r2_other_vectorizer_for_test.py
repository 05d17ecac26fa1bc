import pandas as pd
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

parts = {name: pd.read_csv(f"hate_{name}.csv") for name in ("train", "test")}
make = {
    "train": HashingVectorizer(n_features=2**16, ngram_range=(1, 2), alternate_sign=False),
    "test": HashingVectorizer(n_features=2**16, analyzer="char", ngram_range=(3, 5)),
}
A = make["train"].transform(parts["train"]["tweet"])
B = make["test"].transform(parts["test"]["tweet"])  # must: inconsistent-preprocessing
clf = LogisticRegression(max_iter=1000).fit(A, parts["train"]["hateful"])
print(f1_score(parts["test"]["hateful"], clf.predict(B)))
