import numpy as np
import torch
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from skorch import NeuralNetClassifier
from skorch.callbacks import EarlyStopping
from skorch.dataset import Dataset
from skorch.helper import predefined_split
from torch import nn

torch.manual_seed(0)


class Bursts(nn.Module):
    def __init__(self, channels=12, hidden=64, kinds=5):
        super().__init__()
        self.convolve = nn.Sequential(nn.Conv1d(channels, hidden, 7), nn.ReLU(), nn.AdaptiveAvgPool1d(1), nn.Flatten())
        self.drop = nn.Dropout(0.3)
        self.out = nn.Linear(hidden, kinds)

    def forward(self, x):
        return self.out(self.drop(self.convolve(x)))


def main():
    archive = np.load("ecg_bursts.npz")
    X, y = archive["x"].astype("float32"), archive["y"].astype("int64")
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)

    net = NeuralNetClassifier(
        Bursts,
        criterion=nn.CrossEntropyLoss,
        max_epochs=100,
        lr=0.01,
        iterator_train__shuffle=True,
        train_split=predefined_split(Dataset(X_test, y_test)),  # must: early-stopping-on-test
        callbacks=[EarlyStopping(patience=8, load_best=True)],
    )
    net.fit(X_train, y_train)
    print("macro f1", f1_score(y_test, net.predict(X_test), average="macro"))


if __name__ == "__main__":
    main()
