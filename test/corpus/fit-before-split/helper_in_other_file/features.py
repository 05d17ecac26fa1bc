import pandas as pd
from sklearn.preprocessing import MinMaxScaler


def scale_features(df: pd.DataFrame, columns) -> pd.DataFrame:
    scaled = df.copy()
    scaled[columns] = MinMaxScaler().fit_transform(df[columns])
    return scaled
