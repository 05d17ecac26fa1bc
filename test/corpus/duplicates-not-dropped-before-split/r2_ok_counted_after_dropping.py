import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split


def clean(frame, log=print):
    log("copies before:", frame.duplicated().sum())
    frame = frame.drop_duplicates().reset_index(drop=True)
    log("copies after:", frame.duplicated().sum())
    return frame


stroke = clean(pd.read_csv("stroke.csv").select_dtypes("number").fillna(0))
a, b, ya, yb = train_test_split(stroke.drop(columns="stroke"), stroke["stroke"], stratify=stroke["stroke"], random_state=3)
print(RandomForestClassifier(random_state=3).fit(a, ya).score(b, yb))
