import argparse
import os
from pathlib import Path

import pandas as pd
from sklearn.preprocessing import StandardScaler

HERE = Path(__file__).resolve().parent
CACHE = Path.home() / ".cache" / "plants"
USER_FILE = os.path.expanduser("~/plants.csv")

parser = argparse.ArgumentParser()
parser.add_argument("--data", type=Path, default=HERE / "data" / "plants.csv")
parser.add_argument("--out", default="./out/scaled.csv")
args = parser.parse_args()

frame = pd.read_csv(args.data if args.data.exists() else USER_FILE)
numbers = frame.select_dtypes("number")
CACHE.mkdir(parents=True, exist_ok=True)
pd.DataFrame(StandardScaler().fit_transform(numbers), columns=numbers.columns).to_csv(args.out)
