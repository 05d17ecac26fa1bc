import pandas as pd


def past(frame: pd.DataFrame, column: str, lags) -> pd.DataFrame:
    return frame.assign(**{f"{column}_lag{k}": frame[column].shift(k) for k in lags})


def smooth(series: pd.Series, width: int) -> pd.Series:
    return series.rolling(width).mean()
