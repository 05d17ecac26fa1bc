import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import QuantileTransformer

X, y = np.load("magic_x.npy"), np.load("magic_y.npy")
data = dict(zip(["X_train", "X_test", "y_train", "y_test"], train_test_split(X, y, stratify=y, random_state=5)))
q = QuantileTransformer(random_state=5).fit(data["X_train"])
for key in ("X_train", "X_test"):
    data[key] = q.transform(data[key])
knn = KNeighborsClassifier(15).fit(data["X_train"], data["y_train"])
print(knn.score(data["X_test"], data["y_test"]))
