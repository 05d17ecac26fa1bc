"""Spam with word counts, three parts from three files."""
import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import accuracy_score
from sklearn.naive_bayes import MultinomialNB


def read(part):
    table = pd.read_csv(f"sms_{part}.tsv", sep="\t", names=["label", "text"])
    return table["text"], (table["label"] == "spam").astype(int)


train_texts, y_train = read("train")
val_texts, y_val = read("val")

words = CountVectorizer(min_df=2, ngram_range=(1, 2))
X_train = words.fit_transform(train_texts)
X_val = words.transform(train_texts)  # must: wrong-split-evaluated
y_val = y_train  # must: wrong-split-evaluated

nb = MultinomialNB(alpha=0.1).fit(X_train, y_train)
print("validation accuracy", accuracy_score(y_val, nb.predict(X_val)))
