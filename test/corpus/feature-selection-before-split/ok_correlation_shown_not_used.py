"""The correlations make a heat map; every column goes into the model."""
import matplotlib.pyplot as plt
import pandas as pd
import seaborn as sns
from sklearn.ensemble import RandomForestRegressor
from sklearn.feature_selection import VarianceThreshold, f_regression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

concrete = pd.read_csv("concrete.csv")
corr = concrete.corr()
sns.heatmap(corr, annot=True)
plt.savefig("corr.png")
print(corr["strength"].sort_values(ascending=False))

X, y = concrete.drop(columns=["strength"]), concrete["strength"]
f, p = f_regression(X, y)
print(pd.DataFrame({"F": f, "p": p}, index=X.columns))
print("constant columns:", (X.nunique() == 1).sum())

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
rf = RandomForestRegressor(random_state=1).fit(X_train, y_train)
print("r2", r2_score(y_test, rf.predict(X_test)))
print(pd.Series(rf.feature_importances_, index=X.columns).sort_values())
