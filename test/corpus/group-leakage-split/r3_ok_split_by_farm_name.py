import pandas as pd
import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import GroupKFold, GroupShuffleSplit
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def read():
    milk = pl.read_parquet("milkings.parquet").drop_nulls()
    milk = milk.with_columns((pl.col("yield_kg") / pl.col("yield_kg").shift(1).over("cow_id")).alias("change"))
    return milk.drop_nulls().to_pandas()


def splits(milk: pd.DataFrame):
    outer = GroupShuffleSplit(n_splits=1, test_size=0.25, random_state=2)
    learn, test = next(outer.split(milk, groups=milk["farm_id"]))
    return milk.iloc[learn], milk.iloc[test]


def main():
    milk = read()
    inputs = ["change", "conductivity", "temperature", "steps"]
    learn, test = splits(milk)
    assert not set(learn["cow_id"]) & set(test["cow_id"])

    model = make_pipeline(StandardScaler(), LogisticRegression(class_weight="balanced"))
    for fit, out in GroupKFold(5).split(learn, groups=learn["farm_id"]):
        model.fit(learn.iloc[fit][inputs], learn.iloc[fit]["mastitis"])
        guess = model.predict(learn.iloc[out][inputs])
        print("fold", recall_score(learn.iloc[out]["mastitis"], guess))

    model.fit(learn[inputs], learn["mastitis"])
    print("other farms", recall_score(test["mastitis"], model.predict(test[inputs])))


if __name__ == "__main__":
    main()
