"""Rows are independent specimens; rolling and sorting serve the picture only."""
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeRegressor

bolts = pd.read_csv("bolts.csv")
X_train, X_test, y_train, y_test = train_test_split(
    bolts[["diameter", "length", "alloy_code"]], bolts["breaking_load"], test_size=0.3, random_state=6
)
tree = DecisionTreeRegressor(max_depth=5, random_state=6).fit(X_train, y_train)
print("R2", tree.score(X_test, y_test))

residual = pd.DataFrame({"load": y_test, "error": tree.predict(X_test) - y_test}).sort_values("load")
residual["smooth"] = residual["error"].rolling(25, center=True).mean()
plt.plot(residual["load"], residual["error"], ".", alpha=0.3)
plt.plot(residual["load"], residual["smooth"])
plt.savefig("residuals.png")
