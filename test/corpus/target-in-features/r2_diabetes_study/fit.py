# main
import sys

from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split

from data import ID_COLUMNS, TARGET, read


def main(path):
    frame = read(path)
    y = frame[TARGET]
    X = frame.drop(columns=ID_COLUMNS)  # must: target-in-features
    X_fit, X_out, y_fit, y_out = train_test_split(X, y, stratify=y, random_state=1)
    clf = LogisticRegression(max_iter=2000).fit(X_fit, y_fit)
    print(average_precision_score(y_out, clf.predict_proba(X_out)[:, 1]))


main(sys.argv[1])
