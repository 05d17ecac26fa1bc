import torch
import torch.nn.functional as F


def disentangle(encoder, content, style, loader, lr=1e-4):
    opt_content = torch.optim.Adam([*encoder.parameters(), *content.parameters()], lr=lr)
    opt_style = torch.optim.Adam(style.parameters(), lr=lr)
    for m in (encoder, content, style):
        m.train()
    for x, word, speaker in loader:
        z = encoder(x)
        content_loss = F.cross_entropy(content(z), word)
        style_loss = F.cross_entropy(style(z), speaker)
        opt_content.zero_grad()
        opt_style.zero_grad()
        content_loss.backward(retain_graph=True)
        style_loss.backward()
        opt_content.step()
        opt_style.step()
