"""The second split divides the rest of the first one."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

cfg = {"test": 0.2, "val": 0.1, "seed_test": 1, "seed_val": 2, "depths": [3, 6, 12]}

pumps = pd.read_csv("pumps.csv")
y = pumps.pop("broken")
rest_X, test_X, rest_y, test_y = train_test_split(pumps, y, test_size=cfg["test"], random_state=cfg["seed_test"])
train_X, val_X, train_y, val_y = train_test_split(rest_X, rest_y, test_size=cfg["val"], random_state=cfg["seed_val"])

scores = {}
for depth in cfg["depths"]:
    rf = RandomForestClassifier(max_depth=depth, random_state=0).fit(train_X, train_y)
    scores[depth] = f1_score(val_y, rf.predict(val_X))
best = max(scores, key=scores.get)
final = RandomForestClassifier(max_depth=best, random_state=0).fit(rest_X, rest_y)
print(best, f1_score(test_y, final.predict(test_X)))
