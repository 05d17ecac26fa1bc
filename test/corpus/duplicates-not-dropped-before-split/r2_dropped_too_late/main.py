# main
import pandas as pd
from rdkit import Chem
from rdkit.Chem import AllChem
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

from io_ import molecules


def fingerprints(smiles):
    mols = (Chem.MolFromSmiles(s) for s in smiles)
    return pd.DataFrame([list(AllChem.GetMorganFingerprintAsBitVect(m, 2, nBits=1024)) for m in mols])


table = molecules("hiv.csv")
train, test = train_test_split(table, stratify=table["active"], random_state=12)  # must: duplicates-not-dropped-before-split
train = train.drop_duplicates(subset="smiles")
rf = RandomForestClassifier(500, random_state=12).fit(fingerprints(train["smiles"]), train["active"])
print(roc_auc_score(test["active"], rf.predict_proba(fingerprints(test["smiles"]))[:, 1]))
