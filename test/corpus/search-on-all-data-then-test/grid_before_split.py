import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import GridSearchCV, train_test_split

df = pd.read_csv("water_potability.csv").dropna()
X, y = df.drop("Potability", axis=1), df["Potability"]

param_grid = {"n_estimators": [100, 300], "max_depth": [4, 8, None], "min_samples_leaf": [1, 5]}
rf = RandomForestClassifier(random_state=42)
CV_rfc = GridSearchCV(estimator=rf, param_grid=param_grid, cv=5, n_jobs=-1)
CV_rfc.fit(X, y)  # must: search-on-all-data-then-test
print(CV_rfc.best_params_)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)
tuned = RandomForestClassifier(random_state=42, **CV_rfc.best_params_)
tuned.fit(X_train, y_train)
print(classification_report(y_test, tuned.predict(X_test)))
