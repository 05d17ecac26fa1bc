"""A lexer for spreadsheets: NAN is a kind of token here and pandas is only the reader."""
from enum import Enum, auto

import pandas as pd


class Kind(Enum):
    NUMBER = auto()
    NAN = auto()
    TEXT = auto()


class np_like:
    nan = "n/a"


def kind_of(cell):
    if cell == np_like.nan:
        return Kind.NAN
    return Kind.NUMBER if cell.replace(".", "", 1).isdigit() else Kind.TEXT


cells = pd.read_csv("sheet.csv", dtype=str, keep_default_na=False)
kinds = cells.apply(lambda column: column.map(kind_of))
nan = Kind.NAN
for name in kinds:
    print(name, sum(k == nan for k in kinds[name]), sum(k != Kind.NAN for k in kinds[name]))
