"""Parts named test that are split again, and a test folder that is the training material."""
import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

# Readings of the test rig: all the data that there is.
test_rig = pd.read_csv("test_rig_runs.csv")
train, held_out = train_test_split(test_rig, test_size=0.2, random_state=19)

cols = ["pressure", "flow"]
scaler = StandardScaler().fit(train[cols])
reg = LinearRegression().fit(scaler.transform(train[cols]), train["wear"])
mean = DummyRegressor().fit(train[cols], train["wear"])
print(reg.score(scaler.transform(held_out[cols]), held_out["wear"]))
print(mean.score(held_out[cols], held_out["wear"]))
