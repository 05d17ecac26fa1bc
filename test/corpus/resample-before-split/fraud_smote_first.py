"""Credit card fraud, the notebook everyone starts from."""
import pandas as pd
from collections import Counter
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

cards = pd.read_csv("creditcard.csv").drop(columns="Time")
X = cards.drop("Class", axis=1)
y = cards["Class"]
print("before", Counter(y))

sm = SMOTE(sampling_strategy="minority", random_state=12)
X_bal, y_bal = sm.fit_resample(X, y)  # must: resample-before-split
print("after", Counter(y_bal))

X_train, X_test, y_train, y_test = train_test_split(X_bal, y_bal, test_size=0.25, random_state=12)
model = LogisticRegression(max_iter=3000).fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test), digits=4))
