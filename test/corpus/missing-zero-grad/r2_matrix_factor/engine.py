from torch.nn.utils import clip_grad_norm_


def clip_and_step(model, optimizer, limit=1.0):
    norm = clip_grad_norm_(model.parameters(), limit)
    optimizer.step()
    return norm.item()
