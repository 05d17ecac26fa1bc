"""No DummyClassifier, but the share of the largest class is printed beside the score."""
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("census.csv")
y = df.pop("over_50k")
X_train, X_test, y_train, y_test = train_test_split(pd.get_dummies(df), y, random_state=4)
gb = GradientBoostingClassifier(random_state=4).fit(X_train, y_train)

majority_class = y_train.mode()[0]
baseline_acc = accuracy_score(y_test, [majority_class] * len(y_test))
model_acc = accuracy_score(y_test, gb.predict(X_test))
print(f"baseline {baseline_acc:.3f}, model {model_acc:.3f}")
