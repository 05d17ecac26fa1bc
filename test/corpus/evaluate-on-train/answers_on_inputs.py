"""No part is held out: the answers are judged on the rows of the fit."""
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score

frame = pd.read_csv("stars.csv")
inputs = frame[["magnitude", "colour", "parallax"]]
outputs = frame["giant"]

forest = RandomForestClassifier(n_estimators=50, random_state=8).fit(inputs, outputs)
answers = forest.predict(inputs)
print("accuracy", accuracy_score(outputs, answers))  # must: evaluate-on-train
print("dummy", DummyClassifier().fit(inputs, outputs).predict(inputs).mean())
