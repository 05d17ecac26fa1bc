import os

import torch


class State:
    def __init__(self, **parts):
        self.parts, self.epoch = parts, 0

    def dump(self, path):
        torch.save({"epoch": self.epoch, **{k: v.state_dict() for k, v in self.parts.items()}}, path)

    def load(self, path):
        if os.path.exists(path):
            blob = torch.load(path, map_location="cpu", weights_only=True)
            self.epoch = blob.pop("epoch") + 1
            for name, value in blob.items():
                self.parts[name].load_state_dict(value)


def main(model, loader, epochs, path="last.ckpt"):
    opt = torch.optim.Adam(model.parameters())
    state = State(model=model, optimizer=opt)
    state.load(path)
    for epoch in range(state.epoch, epochs):
        model.train()
        for x, y in loader:
            opt.zero_grad()
            torch.nn.functional.mse_loss(model(x), y).backward()
            opt.step()
        state.epoch = epoch
        state.dump(path)
        torch.save(model.state_dict(), "for_serving.pt")
