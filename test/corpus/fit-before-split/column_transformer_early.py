import pandas as pd
from sklearn import linear_model, model_selection
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

NUM = ["age", "fare", "sibsp", "parch"]
CAT = ["sex", "embarked", "pclass"]

df = pd.read_csv("titanic.csv")
labels = df["survived"]

preprocess = ColumnTransformer(
    transformers=[
        ("num", Pipeline([("imp", SimpleImputer()), ("sc", StandardScaler())]), NUM),
        ("cat", OneHotEncoder(handle_unknown="ignore"), CAT),
    ],
    remainder="drop",
)

matrix = preprocess.fit_transform(df[NUM + CAT])  # must: fit-before-split

a, b, la, lb = model_selection.train_test_split(matrix, labels, test_size=0.25, random_state=4)
logreg = linear_model.LogisticRegression(max_iter=500)
logreg.fit(a, la)
print("accuracy", logreg.score(b, lb))
print("always dead", (lb == 0).mean())
