import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.dummy import DummyRegressor
from sklearn.model_selection import train_test_split

ads = pd.read_csv("advertising.csv")
X_train, X_test, y_train, y_test = train_test_split(
    ads[["tv", "radio"]],
    ads["sales"],
    test_size=1 / 3,
    random_state=0,
)
reg = LinearRegression().fit(X_train, y_train)
print(reg.score(X_test, y_test), DummyRegressor().fit(X_train, y_train).score(X_test, y_test))
