import torch


class Precision:
    def __init__(self, enabled: bool):
        self.enabled = enabled
        self.scaler = torch.cuda.amp.GradScaler(enabled=enabled)

    def context(self):
        return torch.cuda.amp.autocast(enabled=self.enabled)
