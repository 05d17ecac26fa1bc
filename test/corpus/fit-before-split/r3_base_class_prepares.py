import logging
from abc import ABC, abstractmethod

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.impute import KNNImputer
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

log = logging.getLogger(__name__)


class BaseJob(ABC):
    numeric: list[str] = []
    label = ""

    def __init__(self, path: str, seed: int = 13):
        self.path = path
        self.seed = seed

    def load(self) -> None:
        frame = pd.read_parquet(self.path)
        frame = frame[frame[self.label].notna()].reset_index(drop=True)
        imputer = KNNImputer(n_neighbors=7)
        frame[self.numeric] = imputer.fit_transform(frame[self.numeric])  # must: fit-before-split
        self.frame = frame

    def run(self) -> float:
        self.load()
        return self.train()

    @abstractmethod
    def train(self) -> float: ...


class RentJob(BaseJob):
    numeric = ["rooms", "area", "floor", "year_built", "distance_to_stop"]
    label = "rent"

    def train(self) -> float:
        rows, held = train_test_split(self.frame, test_size=0.2, random_state=self.seed)
        model = GradientBoostingRegressor(n_estimators=400, random_state=self.seed)
        model.fit(rows[self.numeric], rows[self.label])
        error = mean_absolute_error(held[self.label], model.predict(held[self.numeric]))
        log.info("mae on %d flats: %.1f", len(held), error)
        return error


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    RentJob("flats.parquet").run()
