import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTENC
from imblearn.under_sampling import RandomUnderSampler
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import matthews_corrcoef
from sklearn.model_selection import train_test_split
from sklearn.utils import resample

SEED = 6
SAMPLERS = {
    "none": None,
    "smote": lambda cats: SMOTENC(categorical_features=cats, random_state=SEED),
    "under": lambda cats: RandomUnderSampler(random_state=SEED),
}


def oversample(x, y, how, cats):
    maker = SAMPLERS[how]
    return (x, y) if maker is None else maker(cats).fit_resample(x, y)


def interval(truth, guess, rounds=500):
    rng = np.random.RandomState(SEED)
    draws = []
    for _ in range(rounds):
        t, g = resample(truth, guess, random_state=rng)
        draws.append(matthews_corrcoef(t, g))
    return np.percentile(draws, [2.5, 97.5])


def main():
    leads = pd.read_csv("leads.csv")
    y = leads.pop("bought").to_numpy()
    cats = [leads.columns.get_loc(c) for c in ("source", "country")]
    for c in ("source", "country"):
        leads[c] = leads[c].astype("category").cat.codes
    x_tr, x_te, y_tr, y_te = train_test_split(leads.to_numpy(), y, stratify=y, random_state=SEED)
    for how in SAMPLERS:
        x_bal, y_bal = oversample(x_tr, y_tr, how, cats)
        model = HistGradientBoostingClassifier(random_state=SEED).fit(x_bal, y_bal)
        guess = model.predict(x_te)
        print(how, round(matthews_corrcoef(y_te, guess), 3), interval(y_te, guess))


if __name__ == "__main__":
    main()
