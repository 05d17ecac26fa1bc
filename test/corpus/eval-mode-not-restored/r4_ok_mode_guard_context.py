"""Text-to-speech training that writes a sample every few hundred steps."""
from contextlib import contextmanager

import torch
from torch import nn


@contextmanager
def inference(*modules):
    before = [m.training for m in modules]
    for m in modules:
        m.eval()
    try:
        with torch.no_grad():
            yield
    finally:
        for m, mode in zip(modules, before):
            m.train(mode)


class SpeechTrainer:
    def __init__(self, acoustic, vocoder, loader, writer):
        self.acoustic, self.vocoder = acoustic, vocoder
        self.loader, self.writer = loader, writer
        self.optimizer = torch.optim.Adam([*acoustic.parameters(), *vocoder.parameters()], lr=2e-4)
        self.l1 = nn.L1Loss()

    def sample(self, text, step):
        with inference(self.acoustic, self.vocoder):
            self.writer.add_audio("sample", self.vocoder(self.acoustic(text)), step)

    def run(self, epochs, every=500):
        step = 0
        self.acoustic.train()
        self.vocoder.train()
        for _ in range(epochs):
            for text, wave in self.loader:
                self.optimizer.zero_grad()
                loss = self.l1(self.vocoder(self.acoustic(text)), wave)
                loss.backward()
                self.optimizer.step()
                step += 1
                if step % every == 0:
                    self.sample(text[:1], step)
