import torch
import torch.nn.functional as F
from torch import nn


class SoftPrompt(nn.Module):
    def __init__(self, tokens, dim):
        super().__init__()
        self.prompt = nn.Parameter(torch.randn(tokens, dim) * 0.02)

    def forward(self, embeds):
        return torch.cat([self.prompt.expand(len(embeds), -1, -1), embeds], dim=1)


def tune(lm, loader, tokens=20):
    lm.requires_grad_(False)
    lm.eval()
    prompt = SoftPrompt(tokens, lm.config.hidden_size)
    opt = torch.optim.AdamW(prompt.parameters(), lr=0.3)
    for ids, label_word in loader:
        embeds = lm.get_input_embeddings()(ids)
        logits = lm(inputs_embeds=prompt(embeds)).logits[:, -1]
        loss = F.cross_entropy(logits, label_word)
        opt.zero_grad()
        loss.backward()
        opt.step()
    return prompt
