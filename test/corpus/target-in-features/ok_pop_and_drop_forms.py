"""Five ways to put the target aside, all of them right."""
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def by_pop(df):
    y = df.pop("label")
    return df, y


def in_place(df):
    y = df["label"]
    df.drop("label", axis=1, inplace=True)
    X = df
    return X, y


def by_del(df):
    y = df["label"].copy()
    del df["label"]
    return df.values, y


def by_columns(df):
    cols = list(df.columns)
    cols.remove("label")
    return df[cols], df["label"]


def by_mask(df):
    return df.loc[:, df.columns != "label"], df["label"]


for split_target in (by_pop, in_place, by_del, by_columns, by_mask):
    X, y = split_target(pd.read_csv("gestures.csv"))
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
    lr = LogisticRegression(max_iter=500).fit(X_train, y_train)
    print(split_target.__name__, accuracy_score(y_test, lr.predict(X_test)))
