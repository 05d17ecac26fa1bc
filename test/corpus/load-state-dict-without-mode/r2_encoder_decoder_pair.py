from dataclasses import dataclass

import torch
from torch import nn


@dataclass
class Paths:
    encoder: str = "encoder.pt"
    decoder: str = "decoder.pt"


class Captioner:
    def __init__(self, encoder: nn.Module, vocab: int, paths: Paths = Paths()):
        self.encoder = encoder
        self.decoder = nn.Sequential(nn.Linear(512, 512), nn.ReLU(), nn.Dropout(0.5), nn.Linear(512, vocab))
        self.encoder.load_state_dict(torch.load(paths.encoder, map_location="cpu", weights_only=True))
        self.encoder.eval()
        self.decoder.load_state_dict(torch.load(paths.decoder, map_location="cpu", weights_only=True))

    @torch.inference_mode()
    def first_word(self, image: torch.Tensor) -> int:
        return self.decoder(self.encoder(image[None])).argmax(-1).item()  # must: load-state-dict-without-mode
