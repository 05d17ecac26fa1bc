# Customer churn, from a tutorial notebook
import numpy as np
import pandas as pd
from sklearn import preprocessing
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

churn_df = pd.read_csv("ChurnData.csv")
X = np.asarray(churn_df[["tenure", "age", "address", "income"]])
y = np.asarray(churn_df["churn"])

X = preprocessing.StandardScaler().fit(X).transform(X)  # must: fit-before-split

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=4)
LR = LogisticRegression(C=0.01, solver="liblinear", random_state=4).fit(X_train, y_train)
print(LR.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
