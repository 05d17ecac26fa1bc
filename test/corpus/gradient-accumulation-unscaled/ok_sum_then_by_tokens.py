"""Loss summed over tokens; the gradients are divided by the tokens of the whole virtual batch."""
import torch
import torch.nn.functional as F


def train(model, loader, optimizer, update_freq, pad):
    torch.manual_seed(1)
    model.train()
    n_tokens = 0
    for i, (src, tgt_in, tgt_out) in enumerate(loader):
        logits = model(src, tgt_in)
        loss = F.cross_entropy(logits.transpose(1, 2), tgt_out, ignore_index=pad, reduction="sum")
        loss.backward()
        n_tokens += (tgt_out != pad).sum().item()
        if (i + 1) % update_freq == 0:
            for p in model.parameters():
                if p.grad is not None:
                    p.grad.div_(n_tokens)
            optimizer.step()
            optimizer.zero_grad()
            n_tokens = 0
