"""Two questions about one table, each with a split, a model and a score of its own."""
import pandas as pd
from sklearn.linear_model import LogisticRegression, LinearRegression
from sklearn.metrics import mean_absolute_error, roc_auc_score
from sklearn.model_selection import train_test_split

students = pd.read_csv("students.csv")
inputs = students[["absences", "studytime", "failures", "age"]]

X_train, X_test, y_train, y_test = train_test_split(inputs, students["passed"], test_size=0.2, random_state=5)
passed = LogisticRegression(max_iter=300).fit(X_train, y_train)
print("passed", roc_auc_score(y_test, passed.predict_proba(X_test)[:, 1]))

X_train, X_test, y_train, y_test = train_test_split(inputs, students["grade"], test_size=0.2, random_state=6)
grade = LinearRegression().fit(X_train, y_train)
print("grade", mean_absolute_error(y_test, grade.predict(X_test)))
