"""Price model on two views of the same listings: numbers and title."""
import numpy as np
import pandas as pd
from scipy.sparse import hstack
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def numbers(listings):
    return train_test_split(listings[["rooms", "metres", "floor"]], np.log(listings["price"]), test_size=0.2, random_state=1)


def titles(listings):
    return train_test_split(listings["title"], test_size=0.2, random_state=11)  # must: split-repeated-with-other-seed


def main():
    listings = pd.read_csv("listings.csv")
    num_train, num_test, y_train, y_test = numbers(listings)
    text_train, text_test = titles(listings)
    tfidf = TfidfVectorizer(min_df=5)
    X_train = hstack([num_train.to_numpy(), tfidf.fit_transform(text_train)])
    X_test = hstack([num_test.to_numpy(), tfidf.transform(text_test)])
    model = Ridge(alpha=2.0).fit(X_train, y_train)
    print(mean_absolute_error(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
