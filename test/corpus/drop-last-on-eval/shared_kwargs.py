"""Sound events. Both loaders take the same keyword arguments."""
import numpy as np
import torch
from sklearn.metrics import average_precision_score
from torch.utils.data import DataLoader


class Evaluator:
    def __init__(self, model, eval_set, batch_size=64):
        loader_args = {
            "batch_size": batch_size,
            "num_workers": 4,
            "drop_last": True,  # must: drop-last-on-eval
        }
        self.model = model
        self.loader = DataLoader(eval_set, shuffle=False, **loader_args)

    def mean_average_precision(self):
        self.model.eval()
        truth, scores = [], []
        with torch.no_grad():
            for clip, tags in self.loader:
                scores.append(self.model(clip).sigmoid().numpy())
                truth.append(tags.numpy())
        return average_precision_score(np.concatenate(truth), np.concatenate(scores))
