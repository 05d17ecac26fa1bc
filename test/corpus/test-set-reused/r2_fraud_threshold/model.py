import xgboost as xgb
from sklearn.model_selection import train_test_split


def split(frame, target, seed):
    y = frame[target]
    return train_test_split(frame.drop(columns=target), y, stratify=y, random_state=seed)


def fit(X, y, seed):
    return xgb.XGBClassifier(n_estimators=300, random_state=seed, eval_metric="aucpr").fit(X, y)
