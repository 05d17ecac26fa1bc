def freeze(module):
    for p in module.parameters():
        p.requires_grad = False


def count_trainable(module):
    return sum(p.numel() for p in module.parameters() if p.requires_grad)
