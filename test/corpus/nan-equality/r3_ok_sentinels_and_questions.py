import math

import numpy as np
import pandas as pd
import polars as pl
import torch

MISSING = {"", "na", "nan", "n/a", "-"}


def parse(cell):
    text = str(cell).strip().lower()
    if text == "nan" or text in MISSING:
        return math.nan
    return float(text)


def replaced(frame: pd.DataFrame) -> pd.DataFrame:
    frame = frame.replace({-999: np.nan, "unknown": np.nan})
    frame["gap"] = np.where(frame["depth"] == -999, np.nan, frame["depth"])
    return frame[~frame["gap"].isna() & (frame["station"] != "nan")]


def same(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))


def frames_equal(left: pd.DataFrame, right: pd.DataFrame) -> bool:
    return bool(((left == right) | (left.isna() & right.isna())).all(axis=None))


def arrays_equal(left, right):
    return np.array_equal(left, right, equal_nan=True)


def holes(table: pl.DataFrame) -> int:
    return table.select(pl.col(pl.Float64).is_nan().sum()).sum_horizontal().item()


def masked_mean(values: torch.Tensor, default: float = float("nan")) -> torch.Tensor:
    known = ~torch.isnan(values)
    if known.sum() == 0:
        return torch.tensor(default)
    return values[known].mean()


def test_parse():
    assert math.isnan(parse("n/a"))
    assert parse(" 3.5 ") == 3.5
    assert np.isnan(masked_mean(torch.full((3,), np.nan)).item())
    np.testing.assert_equal(np.array([np.nan, 1.0]), np.array([np.nan, 1.0]))


if __name__ == "__main__":
    table = pd.read_csv("ocean.csv", na_values=list(MISSING), converters={"depth": parse})
    print(len(replaced(table)), "of", len(table), "rows kept")
