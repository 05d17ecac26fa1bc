"""Insurance costs: the skewed columns are logged in one part only."""
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

patients = pd.read_csv("insurance.csv")
inputs = ["age", "bmi", "income", "visits"]
train, test = train_test_split(patients, test_size=0.2, random_state=18)
X_train, y_train = np.log1p(train[inputs]), train["charges"]
X_test, y_test = test[inputs], test["charges"]

model = Ridge(alpha=1.0).fit(X_train, y_train)
print("mae", mean_absolute_error(y_test, model.predict(X_test)))  # must: inconsistent-preprocessing
print("median", mean_absolute_error(y_test, np.full(len(y_test), y_train.median())))
