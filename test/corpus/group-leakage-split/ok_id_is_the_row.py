"""One passenger, one row: the id is only an index and the groups are of other things."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

ship = pd.read_csv("spaceship.csv").drop_duplicates("passenger_id").set_index("passenger_id")
print(ship.groupby("home_planet")["transported"].mean())
y = ship.pop("transported").astype(int)
X = pd.get_dummies(ship[["home_planet", "cryo", "destination", "age", "vip"]].fillna(-1), dtype=float)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
model = RandomForestClassifier(random_state=1).fit(X_train, y_train)
predictions = pd.DataFrame({"passenger_id": X_test.index, "transported": model.predict(X_test)})
print(accuracy_score(y_test, predictions["transported"]))
