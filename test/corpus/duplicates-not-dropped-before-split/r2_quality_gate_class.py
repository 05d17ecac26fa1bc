import logging

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import PassiveAggressiveClassifier
from sklearn.model_selection import train_test_split

log = logging.getLogger(__name__)


class FakeNews:
    def __init__(self, csv):
        self.news = pd.read_csv(csv)

    def inspect(self):
        copies = self.news[self.news.duplicated(subset=["title", "text"])]
        if len(copies):
            log.warning("%d articles appear more than once", len(copies))
        holes = self.news["text"].isna()
        self.news = self.news[~holes]

    def run(self):
        self.inspect()
        a, b, fa, fb = train_test_split(self.news["text"], self.news["fake"], random_state=7)  # must: duplicates-not-dropped-before-split
        words = TfidfVectorizer(stop_words="english", max_df=0.7)
        clf = PassiveAggressiveClassifier(random_state=7).fit(words.fit_transform(a), fa)
        return clf.score(words.transform(b), fb)


print(FakeNews("news.csv").run())
