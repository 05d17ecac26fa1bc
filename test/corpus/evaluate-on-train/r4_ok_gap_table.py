import pandas as pd
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.gaussian_process.kernels import RBF, WhiteKernel
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

alloys = pd.read_csv("alloys.csv")
target = alloys.pop("hardness")
parts = dict(zip(("X_train", "X_test", "y_train", "y_test"),
                 train_test_split(alloys, target, test_size=0.3, random_state=77)))

gp = GaussianProcessRegressor(RBF() + WhiteKernel(), normalize_y=True, random_state=77)
gp.fit(parts["X_train"], parts["y_train"])

rows = []
for part in ("train", "test"):
    rows.append((part, r2_score(parts[f"y_{part}"], gp.predict(parts[f"X_{part}"]))))
print(pd.DataFrame(rows, columns=["part", "R2"]))
