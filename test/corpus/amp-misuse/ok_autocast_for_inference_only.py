import torch
import torch.nn.functional as F


@torch.inference_mode()
def embed(model, loader):
    model.eval()
    rows = []
    with torch.autocast("cuda", dtype=torch.float16):
        for x in loader:
            rows.append(model(x.cuda()).float().cpu())
    return torch.cat(rows)


def train_probe(backbone, loader, labels, n_classes, steps=500):
    """The features come from half precision; the probe on them is trained in full precision."""
    torch.manual_seed(14)
    features = embed(backbone, loader)
    features = features.clone()
    probe = torch.nn.Linear(features.size(1), n_classes)
    opt = torch.optim.LBFGS(probe.parameters(), lr=0.1)

    def closure():
        opt.zero_grad()
        loss = F.cross_entropy(probe(features), labels)
        loss.backward()
        return loss

    for _ in range(steps):
        opt.step(closure)
    return probe
