from collections import namedtuple

import pandas as pd
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import ComplementNB

View = namedtuple("View", "train test")


def views(train_text, test_text, seed):
    words = TfidfVectorizer(min_df=3, sublinear_tf=True)
    sparse = View(words.fit_transform(train_text), words.transform(test_text))
    svd = TruncatedSVD(150, random_state=seed)
    dense = View(svd.fit_transform(sparse.train), svd.transform(sparse.test))
    return {"sparse": sparse, "dense": dense}


def main(seed=14):
    reviews = pd.read_csv("reviews.tsv", sep="\t")
    train, test = train_test_split(reviews, test_size=0.25, random_state=seed)
    seen = views(train["body"], test["body"], seed)

    bayes = ComplementNB().fit(seen["sparse"].train, train["stars"])
    forest = RandomForestClassifier(300, random_state=seed).fit(seen["dense"].train, train["stars"])

    for name, model, view in (("bayes", bayes, "sparse"), ("forest", forest, "dense")):
        print(name, accuracy_score(test["stars"], model.predict(seen[view].test)))


main()
