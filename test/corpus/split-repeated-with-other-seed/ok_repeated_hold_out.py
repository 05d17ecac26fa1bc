"""Twenty random splits; in each one the model is fitted and scored on the parts of that split."""
import numpy as np
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB


def one_run(X, y, seed):
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=seed)
    nb = GaussianNB().fit(X_train, y_train)
    return accuracy_score(y_test, nb.predict(X_test))


seeds_data = pd.read_csv("wheat_seeds.csv")
y = seeds_data.pop("variety")
scores = [one_run(seeds_data, y, seed) for seed in range(20)]
print(np.mean(scores), np.std(scores))
