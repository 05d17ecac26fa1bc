import pandas as pd


def strongest(table: pd.DataFrame, outcome: str, limit: float) -> list:
    r = table.corr()[outcome].drop(outcome).abs()
    return r[r > limit].sort_values(ascending=False).index.tolist()
