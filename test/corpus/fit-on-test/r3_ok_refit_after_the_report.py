import pandas as pd
from sklearn.base import clone
from sklearn.compose import ColumnTransformer
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.impute import SimpleImputer
from sklearn.metrics import mean_absolute_error, r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OrdinalEncoder

try:
    import skops.io as sio
except ImportError:
    sio = None


class Forge:
    def __init__(self, seed):
        steps = ColumnTransformer(
            [
                ("numbers", SimpleImputer(strategy="median"), ["power", "weight", "age"]),
                ("words", OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), ["brand", "body"]),
            ]
        )
        self.seed = seed
        self.template = Pipeline([("prep", steps), ("model", GradientBoostingRegressor(random_state=seed))])

    def judge(self, table, price):
        table_tr, table_te, price_tr, price_te = train_test_split(table, price, random_state=self.seed)
        model = clone(self.template).fit(table_tr, price_tr)
        guess = model.predict(table_te)
        return {"mae": mean_absolute_error(price_te, guess), "r2": r2_score(price_te, guess)}

    def forge(self, table, price):
        return clone(self.template).fit(table, price)


def main():
    cars = pd.read_csv("used_cars.csv")
    price = cars.pop("price")
    forge = Forge(seed=30)
    print(forge.judge(cars, price))
    final = forge.forge(cars, price)
    if sio is not None:
        sio.dump(final, "price.skops")


if __name__ == "__main__":
    main()
