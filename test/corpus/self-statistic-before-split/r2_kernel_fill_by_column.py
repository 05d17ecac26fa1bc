# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

loans = pd.read_csv("/kaggle/input/loan-prediction/train.csv")

# %%
y = (loans["Loan_Status"] == "Y").astype(int)
X = loans[["LoanAmount", "Loan_Amount_Term", "ApplicantIncome", "CoapplicantIncome"]].copy()

# %% no holes in the numbers
for col in ["LoanAmount", "Loan_Amount_Term"]:
    X[col] = X[col].fillna(X[col].median())  # must: self-statistic-before-split

# %%
X_train, X_valid, y_train, y_valid = train_test_split(X, y, stratify=y, random_state=2019)
clf = RandomForestClassifier(n_estimators=300, min_samples_leaf=5, random_state=2019)
clf.fit(X_train, y_train)
f1_score(y_valid, clf.predict(X_valid))
