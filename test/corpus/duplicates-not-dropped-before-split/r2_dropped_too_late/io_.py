import pandas as pd


def molecules(path):
    frame = pd.read_csv(path)
    print("repeated structures:", frame.duplicated(subset="smiles").sum())
    return frame
