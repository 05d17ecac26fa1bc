import numpy as np
import torch
from sklearn.preprocessing import QuantileTransformer
from torch.utils.data import Dataset


class Molecules(Dataset):
    def __init__(self, path, target="gap"):
        archive = np.load(path)
        self.scaler = QuantileTransformer(n_quantiles=200, output_distribution="normal", random_state=0)
        descriptors = self.scaler.fit_transform(archive["descriptors"])
        self.x = torch.as_tensor(descriptors, dtype=torch.float32)
        self.y = torch.as_tensor(archive[target], dtype=torch.float32)

    def __len__(self):
        return len(self.x)

    def __getitem__(self, i):
        return self.x[i], self.y[i]
