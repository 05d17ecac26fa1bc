import logging

import pandas as pd
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedShuffleSplit
from sklearn.naive_bayes import MultinomialNB
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.pipeline import make_pipeline

logger = logging.getLogger("recipes")


class RecipeTable:
    def __init__(self, path, seed=0):
        self.seed = seed
        self.rows = pd.read_csv(path).dropna(subset=["ingredients", "cuisine"])

    def audit(self):
        twice = self.rows[self.rows.duplicated(keep=False)]
        logger.warning("%d rows occur more than once", len(twice))
        logger.info("empty titles: %d", self.rows["title"].isna().sum())
        return self

    def halves(self, share):
        cuisine = self.rows["cuisine"]
        once = dict(n_splits=1, random_state=self.seed)
        learn, check = next(StratifiedShuffleSplit(test_size=share, **once).split(self.rows, cuisine))  # must: duplicates-not-dropped-before-split
        return self.rows.iloc[learn], self.rows.iloc[check]


def main():
    logging.basicConfig(level=logging.INFO)
    learn, check = RecipeTable("recipes.csv").audit().halves(0.2)
    model = make_pipeline(CountVectorizer(min_df=2), MultinomialNB())
    model.fit(learn["ingredients"], learn["cuisine"])
    print("macro f1", f1_score(check["cuisine"], model.predict(check["ingredients"]), average="macro"))


if __name__ == "__main__":
    main()
