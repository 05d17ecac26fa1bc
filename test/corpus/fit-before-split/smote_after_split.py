import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from xgboost import XGBClassifier

df = pd.read_csv("claims.csv")
X = df[df.columns[:-1]]
y = df[df.columns[-1]]

x_train, x_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

sc = StandardScaler()
x_train = sc.fit_transform(x_train)
x_test = sc.transform(x_test)

sm = SMOTE(random_state=42)
x_train, y_train = sm.fit_resample(x_train, y_train)

simple = LogisticRegression().fit(x_train, y_train)
boosted = XGBClassifier(random_state=42).fit(x_train, y_train)
for m in (simple, boosted):
    print(m.__class__.__name__, recall_score(y_test, m.predict(x_test)))
