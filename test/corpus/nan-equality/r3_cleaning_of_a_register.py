import argparse
import re
from datetime import date

import numpy as np
import pandas as pd

UNITS = {"kg": 1.0, "g": 1e-3, "t": 1e3}


def weight(text):
    if text != text:
        return np.nan
    match = re.match(r"\s*([\d.,]+)\s*(kg|g|t)\b", str(text))
    return float(match[1].replace(",", ".")) * UNITS[match[2]] if match else np.nan


def age(born):
    if born == np.nan:  # must: nan-equality
        return -1
    return date.today().year - int(born)


def clean(register: pd.DataFrame) -> pd.DataFrame:
    register = register.assign(
        weight=register["weight"].map(weight),
        age=register["born"].map(age),
    )
    known = register[register["weight"].notna()]
    return known[(known["weight"] > 0) & (known["breed"] != np.nan)]  # must: nan-equality


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("source")
    parser.add_argument("target")
    args = parser.parse_args()
    register = clean(pd.read_csv(args.source))
    register.to_parquet(args.target)
    print(register.describe())


if __name__ == "__main__":
    main()
