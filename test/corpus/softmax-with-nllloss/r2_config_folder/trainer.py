# main
import torch
from torch import nn

from networks import Tagger


class TaggerTrainer:
    def __init__(self, config):
        self.model = Tagger(config["vocab"], config["tags"])
        self.criterion = nn.NLLLoss(ignore_index=config["pad_tag"])
        self.optimizer = torch.optim.Adam(self.model.parameters(), lr=config["lr"])

    def loss_of(self, words, tags):
        predicted = self.model(words)
        return self.criterion(predicted.transpose(1, 2), tags)  # must: softmax-with-nllloss

    def epoch(self, loader):
        self.model.train()
        for words, tags in loader:
            loss = self.loss_of(words, tags)
            self.optimizer.zero_grad()
            loss.backward()
            self.optimizer.step()
