"""Pick a threshold for a score that a colleague sends: there is no model in this file."""
import sys

import numpy as np
import pandas as pd
from sklearn.metrics import precision_recall_curve


def best_threshold(y, score, least_precision=0.9):
    precision, recall, thresholds = precision_recall_curve(y, score)
    fine = precision[:-1] >= least_precision
    return thresholds[fine][np.argmax(recall[:-1][fine])]


if __name__ == "__main__":
    table = pd.read_csv(sys.argv[1])
    print(best_threshold(table["label"], table["score"]))
