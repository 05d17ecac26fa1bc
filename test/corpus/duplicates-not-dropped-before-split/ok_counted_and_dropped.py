import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split


def clean(df):
    before = len(df)
    print("duplicates", df.duplicated().sum())
    df = df.drop_duplicates(ignore_index=True)
    assert df.duplicated().sum() == 0
    print("removed", before - len(df))
    return df


beans = clean(pd.read_csv("dry_beans.csv"))
y = beans.pop("class")
X_train, X_test, y_train, y_test = train_test_split(beans, y, test_size=0.2, random_state=1)
rf = RandomForestClassifier(random_state=1).fit(X_train, y_train)
print(accuracy_score(y_test, rf.predict(X_test)))
