import torch
import torch.nn.functional as F
from torch import nn


class CharTransformer(nn.Module):
    def __init__(self, vocab, dim=256, depth=4, heads=8, p=0.1):
        super().__init__()
        self.emb = nn.Embedding(vocab, dim)
        layer = nn.TransformerEncoderLayer(dim, heads, 4 * dim, dropout=p, batch_first=True)
        self.blocks = nn.TransformerEncoder(layer, depth)
        self.head = nn.Linear(dim, vocab)

    def forward(self, ids):
        mask = nn.Transformer.generate_square_subsequent_mask(ids.size(1), device=ids.device)
        return self.head(self.blocks(self.emb(ids), mask=mask))


@torch.no_grad()
def estimate_loss(model, val_batches):
    model.eval()
    losses = []
    for x, y in val_batches:
        losses.append(F.cross_entropy(model(x).flatten(0, 1), y.flatten()).item())
    return sum(losses) / len(losses)


def train(train_loader, val_loader, vocab, epochs=3, eval_interval=500):
    torch.manual_seed(1337)
    model = CharTransformer(vocab)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    for epoch in range(epochs):
        model.train()
        for it, (x, y) in enumerate(train_loader):
            if it % eval_interval == 0:
                print(f"epoch {epoch} iter {it}: {estimate_loss(model, val_loader):.4f}")
            logits = model(x)  # must: eval-mode-not-restored
            loss = F.cross_entropy(logits.flatten(0, 1), y.flatten())
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
    return model
