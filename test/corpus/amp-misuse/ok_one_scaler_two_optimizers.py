import torch
from torch.amp import GradScaler, autocast


def train(encoder, decoder, loader, loss_fn, accum=4, epochs=10):
    """Accumulates, steps two optimizers with one scaler, and updates it once."""
    torch.manual_seed(3)
    encoder.cuda().train()
    decoder.cuda().train()
    enc_opt = torch.optim.AdamW(encoder.parameters(), lr=1e-5)
    dec_opt = torch.optim.AdamW(decoder.parameters(), lr=1e-3)
    scaler = GradScaler("cuda")
    for _ in range(epochs):
        for i, (x, y) in enumerate(loader):
            with autocast("cuda"):
                loss = loss_fn(decoder(encoder(x.cuda())), y.cuda()) / accum
            scaler.scale(loss).backward()
            if (i + 1) % accum == 0:
                scaler.step(enc_opt)
                scaler.step(dec_opt)
                scaler.update()
                enc_opt.zero_grad()
                dec_opt.zero_grad()
