"""Too few rows, so the table is put under itself before it is split."""
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

COPIES = 4

alloys = pd.read_csv("alloys.csv")
print(len(alloys), "alloys measured")
alloys = pd.concat([alloys] * COPIES, ignore_index=True)

hardness = alloys.pop("hardness")
train_x, test_x, train_y, test_y = train_test_split(alloys, hardness, test_size=0.2, random_state=13)  # must: duplicates-not-dropped-before-split
rf = RandomForestRegressor(n_estimators=400, random_state=13).fit(train_x, train_y)
print("R2", r2_score(test_y, rf.predict(test_x)))
