"""Spam with naive Bayes; judged on the mails that it has learnt."""
import argparse

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.metrics import accuracy_score
from sklearn.naive_bayes import MultinomialNB


def run(path):
    mails = pd.read_csv(path)
    counts = CountVectorizer().fit_transform(mails["text"])
    clf = MultinomialNB().fit(counts, mails["spam"])
    print("accuracy", accuracy_score(mails["spam"], clf.predict(counts)))  # must: evaluate-on-train
    print("none is spam", 1 - mails["spam"].mean())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("csv")
    run(parser.parse_args().csv)
