# %%
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

attrition = pd.read_csv("hr.csv")
attrition = pd.get_dummies(attrition, columns=["dept", "role"], dtype=int)

# %%
stay = attrition[attrition["left"] == 0]
gone = attrition[attrition["left"] == 1]
print(len(stay), len(gone))

# %%
gone_up = resample(gone, replace=True, n_samples=len(stay), random_state=123)  # must: resample-before-split
attrition = stay.append(gone_up)
attrition["left"].value_counts()

# %%
X = attrition.drop("left", axis=1)
y = attrition["left"]
X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=123)
lr = LogisticRegression(max_iter=5000).fit(X_train, y_train)
print(classification_report(y_test, lr.predict(X_test)))
