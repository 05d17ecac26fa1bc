# Random search; the estimator is seeded but the draw of its candidates is not.
import pandas as pd
from scipy.stats import randint
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV, train_test_split

cells = pd.read_csv("cells.csv")
y = cells.pop("malignant")
X_train, X_test, y_train, y_test = train_test_split(cells, y, random_state=9)

search = RandomizedSearchCV(RandomForestClassifier(random_state=9), {"max_depth": randint(2, 20)}, n_iter=25, cv=5)  # must: sklearn-random-state-missing
search.fit(X_train, y_train)
print(search.score(X_test, y_test), DummyClassifier().fit(X_train, y_train).score(X_test, y_test))
