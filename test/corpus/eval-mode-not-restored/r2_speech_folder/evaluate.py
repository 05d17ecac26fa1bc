import torch


@torch.no_grad()
def character_error(acoustic, lm, loader, distance):
    acoustic.eval()
    lm.eval()
    errors = length = 0
    for feats, text in loader:
        guess = lm(acoustic(feats)).argmax(-1)
        errors += distance(guess, text)
        length += text.numel()
    acoustic.train()
    return errors / length
