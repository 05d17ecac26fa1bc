import sys

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def without_repeats(frame: pd.DataFrame, key: list[str]) -> pd.DataFrame:
    repeats = frame.duplicated(subset=key, keep="first")
    print("repeated rows:", int(repeats.sum()), file=sys.stderr)
    return frame.loc[~repeats].reset_index(drop=True)


def same_molecule_other_label(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame.duplicated("smiles", keep=False)]


def main(path="toxicity.csv"):
    table = pd.read_csv(path)
    bits = [c for c in table.columns if c.startswith("bit_")]
    odd = same_molecule_other_label(table.drop_duplicates(["smiles", "toxic"]))
    if len(odd):
        print("molecules with both answers are left out:", odd["smiles"].nunique())
        table = table[~table["smiles"].isin(odd["smiles"])]
    table = without_repeats(table, ["smiles"])

    train, test = train_test_split(table, test_size=0.2, stratify=table["toxic"], random_state=40)
    forest = RandomForestClassifier(500, random_state=40).fit(train[bits], train["toxic"])
    print("auc", roc_auc_score(test["toxic"], forest.predict_proba(test[bits])[:, 1]))


if __name__ == "__main__":
    main(*sys.argv[1:])
