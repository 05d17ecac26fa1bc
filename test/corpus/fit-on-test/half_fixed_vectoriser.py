"""Sentiment of reviews. The test part gets an idf of its own."""
import sys

import pandas as pd
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def main(csv_path):
    reviews = pd.read_csv(csv_path)
    train_text, test_text, train_y, test_y = train_test_split(
        reviews["text"], reviews["stars"] > 3, test_size=0.2, random_state=12
    )
    counts = CountVectorizer(min_df=3)
    tfidf = TfidfTransformer()

    train_counts = counts.fit_transform(train_text)
    train_matrix = tfidf.fit_transform(train_counts)

    test_counts = counts.transform(test_text)
    test_matrix = tfidf.fit_transform(test_counts)  # must: fit-on-test

    clf = LogisticRegression(max_iter=1000)
    clf.fit(train_matrix, train_y)
    print("accuracy", accuracy_score(test_y, clf.predict(test_matrix)))
    print("all positive", accuracy_score(test_y, [True] * len(test_y)))


if __name__ == "__main__":
    main(sys.argv[1])
