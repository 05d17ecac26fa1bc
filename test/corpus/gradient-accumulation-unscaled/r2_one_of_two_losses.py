import torch
import torch.nn.functional as F

k = 16


def pretrain(model, pairs, epochs):
    opt = torch.optim.Adam(model.parameters(), lr=5e-4)
    for _ in range(epochs):
        opt.zero_grad()
        for n, (tokens, labels) in enumerate(pairs, 1):
            logits = model(tokens)
            (F.cross_entropy(logits.transpose(1, 2), labels, ignore_index=-100) / k).backward()
            if n % k == 0:
                opt.step()
                opt.zero_grad()


def finetune(model, pairs, epochs):
    opt = torch.optim.Adam(model.parameters(), lr=5e-5)
    for _ in range(epochs):
        opt.zero_grad()
        for n, (tokens, score) in enumerate(pairs, 1):
            F.mse_loss(model(tokens).squeeze(-1), score).backward()  # must: gradient-accumulation-unscaled
            if n % k == 0:
                opt.step()
                opt.zero_grad()
