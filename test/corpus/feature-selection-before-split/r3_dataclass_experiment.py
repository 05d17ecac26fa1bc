from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split


@dataclass
class Settings:
    csv: str = "proteomics.csv"
    label: str = "responder"
    keep: int = 40
    holdout: float = 0.3
    seed: int = 2


@dataclass
class Experiment:
    settings: Settings = field(default_factory=Settings)
    names: list[str] = field(default_factory=list)

    def matrix(self) -> tuple[np.ndarray, np.ndarray]:
        table = pd.read_csv(self.settings.csv, index_col=0)
        label = table.pop(self.settings.label).to_numpy()
        selector = SelectKBest(f_classif, k=self.settings.keep)
        kept = selector.fit_transform(table, label)  # must: feature-selection-before-split
        self.names = list(table.columns[selector.get_support()])
        return kept, label

    def run(self) -> float:
        matrix, label = self.matrix()
        parts = train_test_split(
            matrix, label, test_size=self.settings.holdout, stratify=label, random_state=self.settings.seed
        )
        fit_x, eval_x, fit_y, eval_y = parts
        model = CatBoostClassifier(iterations=300, depth=4, random_seed=self.settings.seed, verbose=False)
        model.fit(fit_x, fit_y)
        return balanced_accuracy_score(eval_y, model.predict(eval_x).ravel())


if __name__ == "__main__":
    experiment = Experiment()
    print(f"{experiment.run():.3f} with {experiment.names[:5]} ...")
