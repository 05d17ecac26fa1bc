# main
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

from prep import read

NUM, CAT = ["age", "fare"], ["sex", "embarked", "pclass"]


def preprocessor():
    num = make_pipeline(SimpleImputer(strategy="median"), StandardScaler())
    cat = make_pipeline(SimpleImputer(strategy="most_frequent"), OneHotEncoder(handle_unknown="ignore"))
    return ColumnTransformer([("num", num, NUM), ("cat", cat, CAT)])


def main():
    X_train, X_test, y_train, y_test = read("titanic.csv", "survived")
    prep = preprocessor()
    A = prep.fit_transform(X_train)
    B = prep.fit_transform(X_test)  # must: fit-on-test
    clf = LogisticRegression(max_iter=1000).fit(A, y_train)
    print("accuracy", clf.score(B, y_test))


main()
