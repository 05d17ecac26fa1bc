import numpy as np
import torch
from imblearn import over_sampling as osamp
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from torch import nn


class Arrhythmia:
    def __init__(self, npz, seed=1, balance=True):
        torch.manual_seed(seed)
        z = np.load(npz)
        self.beats, self.kind = z["beats"].astype(np.float32), z["kind"].astype(np.int64)
        if balance:
            self._balance(seed)
        a, b, ka, kb = train_test_split(self.beats, self.kind, stratify=self.kind, random_state=seed)
        self.train = torch.from_numpy(a), torch.from_numpy(ka)
        self.test = torch.from_numpy(b), torch.from_numpy(kb)
        self.net = nn.Sequential(nn.Linear(a.shape[1], 64), nn.ReLU(), nn.Dropout(0.3), nn.Linear(64, 2))

    def _balance(self, seed):
        self.beats, self.kind = osamp.SMOTE(random_state=seed).fit_resample(self.beats, self.kind)  # must: resample-before-split

    def learn(self, steps=600):
        opt = torch.optim.Adam(self.net.parameters(), lr=1e-3)
        x, y = self.train
        self.net.train()
        for _ in range(steps):
            opt.zero_grad()
            nn.functional.cross_entropy(self.net(x), y).backward()
            opt.step()
        return self

    def auc(self):
        self.net.eval()
        with torch.inference_mode():
            score = self.net(self.test[0]).softmax(dim=1)[:, 1]
        return roc_auc_score(self.test[1], score)


print(Arrhythmia("beats.npz").learn().auc())
