"""One stepping closure for fp16, bf16 and fp32 runs."""
import contextlib
from dataclasses import dataclass

import torch
from torch import nn
from torch.utils.data import DataLoader


@dataclass
class Precision:
    name: str = "fp16"
    clip: float = 1.0
    accumulate: int = 4

    @property
    def dtype(self):
        return {"fp16": torch.float16, "bf16": torch.bfloat16}.get(self.name)


def make_stepper(model, optimizer, precision):
    scaler = torch.amp.GradScaler("cuda") if precision.name == "fp16" else None

    def backward(loss):
        loss = loss / precision.accumulate
        if scaler is None:
            loss.backward()
        else:
            scaler.scale(loss).backward()

    def step():
        if scaler is not None:
            scaler.unscale_(optimizer)
        nn.utils.clip_grad_norm_(model.parameters(), precision.clip)
        if scaler is None:
            optimizer.step()
        else:
            scaler.step(optimizer)
            scaler.update()
        optimizer.zero_grad(set_to_none=True)

    return backward, step


def fit(model, dataset, epochs, precision=Precision()):
    torch.manual_seed(11)
    model = model.cuda()
    loader = DataLoader(dataset, batch_size=16, shuffle=True, drop_last=True)
    optimizer = torch.optim.AdamW(model.parameters(), lr=2e-4)
    backward, step = make_stepper(model, optimizer, precision)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        model.train()
        for i, (signal, label) in enumerate(loader):
            context = torch.autocast("cuda", dtype=precision.dtype) if precision.dtype else contextlib.nullcontext()
            with context:
                loss = criterion(model(signal.cuda()), label.cuda())
            backward(loss)
            if (i + 1) % precision.accumulate == 0:
                step()
        optimizer.zero_grad(set_to_none=True)
    return model
