"""Two strong models are compared with each other and with nothing simple."""
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

leads = pd.read_csv("leads.csv")
y = leads.pop("won")
X_train, X_test, y_train, y_test = train_test_split(pd.get_dummies(leads), y, test_size=0.2, random_state=5)

forest = RandomForestClassifier(n_estimators=500, random_state=5).fit(X_train, y_train)
boost = XGBClassifier(n_estimators=500, random_state=5).fit(X_train, y_train)
print("forest", roc_auc_score(y_test, forest.predict_proba(X_test)[:, 1]))  # must: no-baseline-evaluated
print("boost", roc_auc_score(y_test, boost.predict_proba(X_test)[:, 1]))
