import pandas as pd
import xgboost as xgb
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

CONFIG = {"csv": "crop_yield.csv", "target": "tons", "seed": 9, "rounds": 300}


def train(cfg):
    table = pd.read_csv(cfg["csv"]).select_dtypes("number")
    train_df, test_df = train_test_split(table, test_size=0.15, random_state=cfg["seed"])
    model = xgb.XGBRegressor(n_estimators=cfg["rounds"], random_state=cfg["seed"])
    model.fit(train_df, train_df[cfg["target"]])  # must: target-in-features
    print("R2", r2_score(test_df[cfg["target"]], model.predict(test_df)))
    return model


if __name__ == "__main__":
    train(CONFIG).save_model("yield.json")
