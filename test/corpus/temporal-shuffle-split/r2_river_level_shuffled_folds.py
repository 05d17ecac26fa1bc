import pandas as pd
from lightgbm import LGBMRegressor
from sklearn import model_selection as ms

river = (
    pd.read_csv("gauge.csv", parse_dates=["when"])
    .set_index("when")
    .sort_index()
    .assign(
        rise=lambda d: d["level"].diff(),
        rain_3d=lambda d: d["rain"].rolling("3D").sum(),
        yesterday=lambda d: d["level"].shift(24),
    )
    .dropna()
)
X = river[["rise", "rain_3d", "yesterday"]]
tomorrow = river["level"].shift(-24)
X, tomorrow = X[tomorrow.notna()], tomorrow[tomorrow.notna()]

model = LGBMRegressor(n_estimators=300, random_state=12)
scores = ms.cross_val_score(model, X, tomorrow, cv=ms.KFold(5, shuffle=True, random_state=12))  # must: temporal-shuffle-split
print(scores.mean())
