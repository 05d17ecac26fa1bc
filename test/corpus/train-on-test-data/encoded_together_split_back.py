"""Kaggle: the columns of train and test are brought to one form together; only the train rows teach."""
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

train = pd.read_csv("../input/train.csv", index_col="Id")
test = pd.read_csv("../input/test.csv", index_col="Id")
price = train.pop("SalePrice")

both = pd.concat([train, test], keys=["train", "test"])
both["TotalSF"] = both["1stFlrSF"] + both["2ndFlrSF"] + both["TotalBsmtSF"]
both["Garage"] = both["GarageArea"].fillna(0)
both = pd.get_dummies(both[["TotalSF", "Garage", "Neighborhood", "KitchenQual"]].fillna(0), dtype=float)

X, X_submit = both.loc["train"], both.loc["test"]
ridge = make_pipeline(StandardScaler(), Ridge(alpha=10))
print("R2 by folds", cross_val_score(ridge, X, price, cv=5))
ridge.fit(X, price)
pd.DataFrame({"SalePrice": ridge.predict(X_submit)}, index=test.index).to_csv("submission.csv")
