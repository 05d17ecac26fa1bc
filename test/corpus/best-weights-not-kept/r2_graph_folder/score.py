import torch
from sklearn.metrics import f1_score


@torch.no_grad()
def micro_f1(gnn, loader):
    gnn.eval()
    guesses, truths = [], []
    for g in loader:
        guesses.append((gnn(g.x, g.edge_index) > 0).cpu())
        truths.append(g.y.cpu())
    return f1_score(torch.cat(truths), torch.cat(guesses), average="micro")
