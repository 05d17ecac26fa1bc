import warnings
from pprint import pprint

import pandas as pd
from scipy.stats import loguniform, randint
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import RandomizedSearchCV, train_test_split

warnings.filterwarnings("ignore", category=FutureWarning)

SPACE = {
    "learning_rate": loguniform(1e-3, 0.5),
    "n_estimators": randint(50, 500),
    "max_depth": randint(2, 8),
}


def tuned_parameters(features, answers, seed):
    search = RandomizedSearchCV(
        GradientBoostingClassifier(random_state=seed), SPACE, n_iter=40, cv=4, n_jobs=-1, random_state=seed
    )
    search.fit(features, answers)  # must: search-on-all-data-then-test
    return search.best_params_


def study(path, seed=70):
    trees = pd.read_csv(path)
    answers = trees.pop("species")
    parameters = tuned_parameters(trees, answers, seed)
    pprint(parameters)

    a, b, answers_a, answers_b = train_test_split(trees, answers, stratify=answers, random_state=seed)
    model = GradientBoostingClassifier(random_state=seed, **parameters)
    model.fit(a, answers_a)
    return balanced_accuracy_score(answers_b, model.predict(b))


if __name__ == "__main__":
    print("balanced accuracy:", study("bark.csv"))
