import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

cells = pd.read_csv("breast_cells.csv")
y = cells.pop("malignant")
X_train, X_test, y_train, y_test = train_test_split(cells, y, test_size=0.2, random_state=0)

scaler = StandardScaler()
X_train_scaled = scaler.fit_transform(X_train)
X_test_scaled = scaler.transform(X_test)

svm = SVC(C=10, gamma="scale")
svm.fit(X_train_scaled, y_train)
y_pred = svm.predict(X_test)  # must: inconsistent-preprocessing
print(classification_report(y_test, y_pred))
