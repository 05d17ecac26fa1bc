# main
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

from seeding import seed_everything

seed_everything(7)
df = pd.read_csv("rocks.csv")
y = df.pop("rock")
X_train, X_test, y_train, y_test = train_test_split(df, y, test_size=0.2)
rf = RandomForestClassifier().fit(X_train, y_train)
print(rf.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
