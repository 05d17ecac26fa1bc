import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.model_selection import train_test_split

policies = pd.read_csv("policies.csv")
if policies.duplicated(subset="policy_id").any():
    raise ValueError("a policy may stand in the file only once")
X = policies[["age", "power", "km"]]
a, b, na, nb = train_test_split(X, policies["claims"], random_state=17)
print(PoissonRegressor().fit(a, na).score(b, nb))
