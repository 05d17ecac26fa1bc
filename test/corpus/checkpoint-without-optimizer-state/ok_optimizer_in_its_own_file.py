import os

import torch
import torch.nn.functional as F


def store(folder, model, optimizer, step):
    torch.save(model.state_dict(), os.path.join(folder, "model.pt"))
    torch.save({"optimizer": optimizer.state_dict(), "step": step}, os.path.join(folder, "trainer_state.pt"))


def recover(folder, model, optimizer):
    if not os.path.exists(os.path.join(folder, "trainer_state.pt")):
        return 0
    model.load_state_dict(torch.load(os.path.join(folder, "model.pt"), map_location="cpu", weights_only=True))
    rest = torch.load(os.path.join(folder, "trainer_state.pt"), map_location="cpu", weights_only=True)
    optimizer.load_state_dict(rest["optimizer"])
    return rest["step"]


def pretrain(lm, batches, folder, total_steps, save_every=1000):
    torch.manual_seed(0)
    opt = torch.optim.AdamW(lm.parameters(), lr=6e-4, betas=(0.9, 0.95))
    step = recover(folder, lm, opt)
    lm.train()
    while step < total_steps:
        tokens = next(batches)
        logits = lm(tokens[:, :-1])
        loss = F.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        opt.step()
        step += 1
        if step % save_every == 0:
            store(folder, lm, opt, step)
