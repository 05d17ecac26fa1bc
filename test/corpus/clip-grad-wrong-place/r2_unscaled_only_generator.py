import torch
from torch.amp import GradScaler, autocast
from torch.nn.utils import clip_grad_norm_


def joint(enhancer, recogniser, loader, opt_e, opt_r, mel_loss, ctc, max_norm=5.0):
    enhancer.train()
    recogniser.train()
    scaler = GradScaler("cuda")
    for noisy, clean, text, in_len, out_len in loader:
        opt_e.zero_grad()
        with autocast("cuda"):
            better = enhancer(noisy.cuda())
            loss_e = mel_loss(better, clean.cuda())
        scaler.scale(loss_e).backward()
        scaler.unscale_(opt_e)
        clip_grad_norm_(enhancer.parameters(), max_norm)
        scaler.step(opt_e)

        opt_r.zero_grad()
        with autocast("cuda"):
            logp = recogniser(better.detach()).log_softmax(-1)
            loss_r = ctc(logp.float().transpose(0, 1), text, in_len, out_len)
        scaler.scale(loss_r).backward()
        clip_grad_norm_(recogniser.parameters(), max_norm)  # must: clip-grad-wrong-place
        scaler.step(opt_r)
        scaler.update()
