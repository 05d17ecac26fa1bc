# Notebook exported as a script; two transformers are fitted too early.
import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier as RF
from sklearn.impute import SimpleImputer as Imputer
from sklearn.model_selection import train_test_split as tts
from sklearn.preprocessing import MinMaxScaler

diabetes = pd.read_csv("pima.csv")
X = diabetes.drop("Outcome", axis=1).values
y = diabetes["Outcome"].values

imp = Imputer(missing_values=0, strategy="mean")
X = imp.fit_transform(X)  # must: fit-before-split

mm = MinMaxScaler()
X = mm.fit_transform(X)  # must: fit-before-split

Xtr, Xte, ytr, yte = tts(X, y, test_size=.33, random_state=7)
rf = RF(n_estimators=100, random_state=7).fit(Xtr, ytr)
print(rf.score(Xte, yte))
print(DummyClassifier().fit(Xtr, ytr).score(Xte, yte))
