import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.model_selection import train_test_split
from sklearn.utils import resample, shuffle


def balance(table, label, seed):
    """Draw the rare class again and again until both are equally frequent."""
    major = table[table[label] == 0]
    minor = table[table[label] == 1]
    minor_up = resample(minor, replace=True, n_samples=len(major), random_state=seed)  # must: resample-before-split
    return shuffle(pd.concat([major, minor_up]), random_state=seed)


def run(path, label="churn", seed=3):
    table = pd.read_csv(path)
    table = balance(table, label, seed)
    y = table.pop(label)
    xtr, xte, ytr, yte = train_test_split(table, y, test_size=0.2, random_state=seed)
    forest = RandomForestClassifier(random_state=seed).fit(xtr, ytr)
    guess = forest.predict(xte)
    print(confusion_matrix(yte, guess))
    return f1_score(yte, guess)


if __name__ == "__main__":
    print(run("telecom.csv"))
