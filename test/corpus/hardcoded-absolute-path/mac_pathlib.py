from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

ROOT = Path("/Users/lin/Documents/thesis")  # must: hardcoded-absolute-path
FIGURES = ROOT / "figures"


def fit(name: str) -> None:
    frame = pd.read_csv(ROOT / "data" / f"{name}.csv")
    model = RandomForestRegressor(random_state=0).fit(frame.drop(columns="y"), frame["y"])
    joblib.dump(model, ROOT / "models" / f"{name}.joblib")
    FIGURES.mkdir(exist_ok=True)


fit("north")
fit("south")
