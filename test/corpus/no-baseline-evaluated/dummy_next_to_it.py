import pandas as pd
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
y = df.pop("churn")
X_train, X_test, y_train, y_test = train_test_split(pd.get_dummies(df), y, test_size=0.2, random_state=0)

models = {
    "chance": DummyClassifier(strategy="stratified", random_state=0),
    "forest": RandomForestClassifier(random_state=0),
}
for name, m in models.items():
    m.fit(X_train, y_train)
    print(name, f1_score(y_test, m.predict(X_test)))
