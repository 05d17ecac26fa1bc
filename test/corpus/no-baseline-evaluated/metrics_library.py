"""Metrics shared by our training jobs."""
from __future__ import annotations

import numpy as np
from sklearn.metrics import average_precision_score, log_loss, roc_auc_score


def binary_report(y_true: np.ndarray, probability: np.ndarray) -> dict[str, float]:
    return {
        "auc": roc_auc_score(y_true, probability),
        "ap": average_precision_score(y_true, probability),
        "log_loss": log_loss(y_true, probability),
    }


def bootstrap_auc(y_true: np.ndarray, probability: np.ndarray, rounds: int, rng: np.random.Generator):
    values = []
    for _ in range(rounds):
        pick = rng.integers(0, len(y_true), len(y_true))
        values.append(roc_auc_score(y_true[pick], probability[pick]))
    return np.percentile(values, [2.5, 97.5])
