"""X is all rows at first and the training part afterwards."""
import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import RobustScaler

cars = pd.read_csv("auto_mpg.csv", na_values="?").dropna()
X = cars.drop(columns=["mpg", "name"])
y = cars["mpg"]
X, X_test, y, y_test = train_test_split(X, y, test_size=0.2, random_state=64)

search = GridSearchCV(
    make_pipeline(RobustScaler(), ElasticNet(random_state=64)),
    {"elasticnet__alpha": [0.01, 0.1, 1.0], "elasticnet__l1_ratio": [0.1, 0.5, 0.9]},
    scoring="neg_mean_absolute_error",
)
search.fit(X, y)
print("alpha and ratio", search.best_params_)
print("R2 and MAE of the hold-out", search.best_estimator_.score(X_test, y_test), -search.score(X_test, y_test))
