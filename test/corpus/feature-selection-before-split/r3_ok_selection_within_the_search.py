import click
import joblib
import pandas as pd
import seaborn as sns
from sklearn.compose import make_column_selector as pick
from sklearn.compose import make_column_transformer
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectFromModel
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def build(seed):
    columns = make_column_transformer(
        (StandardScaler(), pick(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), pick(dtype_include=object)),
    )
    forest = RandomForestClassifier(200, random_state=seed)
    return Pipeline([("columns", columns), ("few", SelectFromModel(forest)), ("model", LogisticRegression(max_iter=2000))])


@click.group()
def cli():
    pass


@cli.command()
@click.argument("csv")
def picture(csv):
    table = pd.read_csv(csv)
    corr = table.corr(numeric_only=True)["left_company"].sort_values()
    axis = sns.barplot(x=corr.values, y=corr.index)
    axis.figure.savefig("correlation.png")


@cli.command()
@click.argument("csv")
@click.option("--seed", default=4)
def train(csv, seed):
    table = pd.read_csv(csv)
    y = table.pop("left_company")
    X_fit, X_held, y_fit, y_held = train_test_split(table, y, stratify=y, random_state=seed)
    search = GridSearchCV(build(seed), {"few__threshold": ["mean", "median"], "model__C": [0.1, 1, 10]}, cv=5)
    search.fit(X_fit, y_fit)
    print("held out:", search.score(X_held, y_held))
    joblib.dump(search.best_estimator_, "attrition.joblib")


if __name__ == "__main__":
    cli()
