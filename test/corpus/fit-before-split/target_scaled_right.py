import pandas as pd
from sklearn.dummy import DummyRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR

salaries = pd.read_csv("Position_Salaries.csv")
X = salaries[["level", "years"]].values
y = salaries[["salary"]].values

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
sc_X, sc_y = StandardScaler(), StandardScaler()
X_train = sc_X.fit_transform(X_train)
X_test = sc_X.transform(X_test)
y_train = sc_y.fit_transform(y_train).ravel()

svr = SVR(kernel="rbf").fit(X_train, y_train)
pred = sc_y.inverse_transform(svr.predict(X_test).reshape(-1, 1))
print("svr", mean_absolute_error(y_test, pred))
mean = DummyRegressor().fit(X_train, y_train).predict(X_test).reshape(-1, 1)
print("mean", mean_absolute_error(y_test, sc_y.inverse_transform(mean)))
