import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score
from sklearn.model_selection import KFold, train_test_split


def out_of_fold_means(train, column, target, folds):
    encoded = pd.Series(index=train.index, dtype=float)
    overall = train[target].mean()
    for fit, apply in folds.split(train):
        means = train.iloc[fit].groupby(column)[target].mean()
        encoded.iloc[apply] = train.iloc[apply][column].map(means).fillna(overall).to_numpy()
    return encoded


jobs = pd.read_csv("salaries.csv")
train, test = train_test_split(jobs, test_size=0.2, random_state=6)
train, test = train.copy(), test.copy()
for column in ("title", "city", "company"):
    train[f"{column}_mean"] = out_of_fold_means(train, column, "salary", KFold(5, shuffle=True, random_state=6))
    means = train.groupby(column)["salary"].mean()
    test[f"{column}_mean"] = test[column].map(means).fillna(train["salary"].mean())

cols = ["title_mean", "city_mean", "company_mean", "experience"]
ridge = Ridge().fit(train[cols], train["salary"])
print("R2", r2_score(test["salary"], ridge.predict(test[cols])))
