"""Top genes, then ten folds. A classic of the microarray years."""
import numpy as np
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.neighbors import KNeighborsClassifier

arrays = pd.read_csv("leukemia.tsv", sep="\t", index_col=0)
labels = arrays.pop("type").map({"ALL": 0, "AML": 1})
expression = np.log2(arrays.clip(lower=20))

selector = SelectKBest(score_func=f_classif, k=50)
top_genes = selector.fit_transform(expression, labels)  # must: feature-selection-before-split
names = expression.columns[selector.get_support()]
print("kept", ", ".join(names))

folds = StratifiedKFold(n_splits=10, shuffle=True, random_state=0)
acc = cross_val_score(KNeighborsClassifier(3), top_genes, labels, cv=folds)
print(f"accuracy {acc.mean():.3f} ({acc.std():.3f})")
