import torch
import torch.nn.functional as F


def train(shared, depth_head, normal_head, loader, epochs):
    opt = torch.optim.Adam([*shared.parameters(), *depth_head.parameters(), *normal_head.parameters()], lr=1e-4)
    for _ in range(epochs):
        for m in (shared, depth_head, normal_head):
            m.train()
        for rgb, depth, normals in loader:
            opt.zero_grad()
            total = F.l1_loss(depth_head(shared(rgb)), depth)
            total = total + 0.5 * (1 - F.cosine_similarity(normal_head(shared(rgb)), normals)).mean()
            total.backward(retain_graph=True)  # must: retain-graph-in-loop
            opt.step()
