# %%
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("../input/obesity.csv")
df.info()

# %%
df.isnull().sum()

# %%
df.duplicated().sum()

# %%
df = pd.get_dummies(df, columns=["gender", "transport"], dtype=int)
X = df.drop(columns="level")
y = df["level"]

# %%
X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)  # must: duplicates-not-dropped-before-split
rf = RandomForestClassifier(random_state=0).fit(X_train, y_train)
f1_score(y_test, rf.predict(X_test), average="macro")
