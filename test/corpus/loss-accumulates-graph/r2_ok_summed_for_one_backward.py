import torch
import torch.nn.functional as F


def tbptt(rnn, head, sequence, opt, chunk=35):
    h = None
    history = []
    rnn.train()
    head.train()
    for start in range(0, sequence.size(1) - 1, chunk):
        if h is not None:
            h = h.detach()
        total = 0
        stop = min(start + chunk, sequence.size(1) - 1)
        for t in range(start, stop):
            y, h = rnn(sequence[:, t : t + 1], h)
            total = total + F.mse_loss(head(y[:, 0]), sequence[:, t + 1])
        opt.zero_grad()
        total.backward()
        opt.step()
        history.append(total.detach() / (stop - start))
    return torch.stack(history).mean().item()
