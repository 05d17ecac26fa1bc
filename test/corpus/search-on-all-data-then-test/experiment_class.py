"""Ridge over bag of words; the search sees the rows of the score."""
import logging

import pandas as pd
from scipy.stats import loguniform
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.pipeline import Pipeline

logger = logging.getLogger("essays")


class Experiment:
    def __init__(self, essays, seed=0):
        self.texts, self.grades = essays["text"], essays["grade"]
        self.seed = seed
        self.parts = train_test_split(self.texts, self.grades, test_size=0.25, random_state=seed)
        self.pipeline = Pipeline([("tfidf", TfidfVectorizer(min_df=3)), ("ridge", Ridge())])

    def tune(self, n_iter=30):
        space = {"ridge__alpha": loguniform(1e-3, 1e3), "tfidf__ngram_range": [(1, 1), (1, 2)]}
        search = RandomizedSearchCV(self.pipeline, space, n_iter=n_iter, cv=4, random_state=self.seed)
        search.fit(self.texts, self.grades)  # must: search-on-all-data-then-test
        self.pipeline.set_params(**search.best_params_)
        logger.info("chosen: %s", search.best_params_)

    def run(self):
        self.tune()
        train_texts, test_texts, train_grades, test_grades = self.parts
        self.pipeline.fit(train_texts, train_grades)
        mae = mean_absolute_error(test_grades, self.pipeline.predict(test_texts))
        logger.info("MAE on the test essays: %.3f", mae)
        return mae


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    Experiment(pd.read_csv("essays.csv")).run()
