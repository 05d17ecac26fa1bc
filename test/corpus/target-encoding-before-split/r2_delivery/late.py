# main
import sys

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split

from encode import with_rate


def main(path):
    parcels = pd.read_csv(path)
    parcels = with_rate(parcels, "depot", "late")  # must: target-encoding-before-split
    columns = ["weight", "distance", "depot_rate"]
    X_fit, X_out, y_fit, y_out = train_test_split(parcels[columns], parcels["late"], random_state=26)
    clf = LogisticRegression().fit(X_fit, y_fit)
    print(average_precision_score(y_out, clf.predict_proba(X_out)[:, 1]))


main(sys.argv[1])
