import pandas as pd
from sklearn.model_selection import train_test_split


class TicketData:
    """Support tickets: their words and the queue that closed them."""

    def __init__(self, path: str):
        self.frame = pd.read_json(path, lines=True)

    def words(self):
        return self.frame["subject"] + " " + self.frame["body"]

    def parts(self, matrix, seed: int):
        queue = self.frame["queue"].astype("category").cat.codes.to_numpy()
        return train_test_split(matrix, queue, stratify=queue, random_state=seed)
