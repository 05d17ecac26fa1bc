from dataclasses import dataclass, field
from pathlib import Path

import joblib
import polars as pl
from sklearn.linear_model import Ridge


@dataclass
class Paths:
    table: str = "/home/dkowalski/data/rents/rents.parquet"  # must: hardcoded-absolute-path
    cache: str = "/tmp/rents"
    out: Path = field(default_factory=lambda: Path.cwd() / "models")


def train(paths=None):
    paths = paths or Paths()
    rents = pl.read_parquet(paths.table)
    model = Ridge().fit(rents.drop("rent").to_numpy(), rents["rent"].to_numpy())
    paths.out.mkdir(exist_ok=True)
    joblib.dump(model, paths.out / "ridge.joblib")


if __name__ == "__main__":
    train()
