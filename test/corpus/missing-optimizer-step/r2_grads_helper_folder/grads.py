import torch


def clear(optimizer):
    optimizer.zero_grad(set_to_none=True)


def clip(model, limit):
    return torch.nn.utils.clip_grad_norm_(model.parameters(), limit)
