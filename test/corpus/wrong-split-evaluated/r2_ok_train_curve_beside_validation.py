import numpy as np
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier


def curve(model, parts, epochs, classes):
    history = {"train": [], "val": []}
    X_fit, y_fit = parts["train"]
    for _ in range(epochs):
        model.partial_fit(X_fit, y_fit, classes=classes)
        for name, (X, y) in parts.items():
            history[name].append(log_loss(y, model.predict_proba(X), labels=classes))
    return history


X, y = np.load("digits_x.npy"), np.load("digits_y.npy")
X_fit, X_val, y_fit, y_val = train_test_split(X, y, stratify=y, random_state=90)
mlp = MLPClassifier((64,), random_state=90)
h = curve(mlp, {"train": (X_fit, y_fit), "val": (X_val, y_val)}, 40, np.unique(y))
print("gap between the parts:", h["val"][-1] - h["train"][-1])
