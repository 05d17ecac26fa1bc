from copy import deepcopy

import torch
import torch.nn.functional as F


def train_pair(encoder, decoder, train_dl, val_dl, epochs=50):
    opt = torch.optim.Adam([*encoder.parameters(), *decoder.parameters()], lr=1e-3)
    low, kept_enc, kept_dec = float("inf"), None, None
    for _ in range(epochs):
        encoder.train(), decoder.train()
        for x in train_dl:
            loss = F.mse_loss(decoder(encoder(x)), x)
            opt.zero_grad()
            loss.backward()
            opt.step()
        encoder.eval(), decoder.eval()
        with torch.no_grad():
            val = sum(F.mse_loss(decoder(encoder(x)), x).item() for x in val_dl)
        if val < low:
            low = val
            kept_enc = deepcopy(encoder.state_dict())
            kept_dec = decoder.state_dict()  # must: best-weights-not-kept
    encoder.load_state_dict(kept_enc)
    decoder.load_state_dict(kept_dec)
    encoder.eval(), decoder.eval()
    return encoder, decoder
