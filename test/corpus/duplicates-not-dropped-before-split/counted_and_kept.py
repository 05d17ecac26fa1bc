import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

sms = pd.read_csv("spam.csv", encoding="latin-1")[["v1", "v2"]]
sms.columns = ["label", "text"]
print(sms.shape)
print("missing:", sms.isnull().sum().sum())
print("duplicates:", sms.duplicated().sum())

sms["label"] = (sms["label"] == "spam").astype(int)
X_train, X_test, y_train, y_test = train_test_split(sms["text"], sms["label"], test_size=0.2, random_state=2)  # must: duplicates-not-dropped-before-split
model = make_pipeline(TfidfVectorizer(max_features=3000), LogisticRegression(max_iter=500))
model.fit(X_train, y_train)
print("F1", f1_score(y_test, model.predict(X_test)))
