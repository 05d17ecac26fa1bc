import torch


def half_precision():
    return torch.autocast("cuda", dtype=torch.float16)


def to_device(batch, device):
    return {k: v.to(device, non_blocking=True) for k, v in batch.items()}
