"""Everything that learns sits in the pipeline; the search sees the training rows, the test rows come last."""
import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def build(seed):
    columns = ColumnTransformer(
        [
            ("text", make_pipeline(TfidfVectorizer(min_df=3), TruncatedSVD(100, random_state=seed)), "description"),
            ("numbers", make_pipeline(SimpleImputer(), StandardScaler()), make_column_selector(dtype_include="number")),
            ("names", OneHotEncoder(handle_unknown="ignore"), ["category", "currency"]),
        ]
    )
    return Pipeline([("columns", columns), ("clf", LogisticRegression(max_iter=2000))])


def main(seed=0):
    projects = pd.read_json("projects.jsonl", lines=True)
    funded = projects.pop("funded")
    X_dev, X_test, y_dev, y_test = train_test_split(projects, funded, stratify=funded, random_state=seed)
    grid = {"clf__C": [0.01, 0.1, 1, 10], "columns__text__truncatedsvd__n_components": [50, 100, 200]}
    search = RandomizedSearchCV(build(seed), grid, n_iter=8, cv=5, scoring="f1", random_state=seed)
    search.fit(X_dev, y_dev)
    print(search.best_params_)
    print("F1", f1_score(y_test, search.predict(X_test)))


main()
