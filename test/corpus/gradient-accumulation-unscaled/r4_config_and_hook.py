"""Summarisation fine-tuning with large effective batches."""
from dataclasses import dataclass

import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer, DataCollatorForSeq2Seq


@dataclass
class RunConfig:
    checkpoint: str = "t5-small"
    lr: float = 1e-4
    batch_size: int = 4
    accumulate: int = 16
    epochs: int = 3
    seed: int = 29


class Summariser:
    def __init__(self, config):
        self.config = config
        self.model = AutoModelForSeq2SeqLM.from_pretrained(config.checkpoint).cuda()
        self.tokenizer = AutoTokenizer.from_pretrained(config.checkpoint)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=config.lr)
        self.seen = 0

    def loader(self, rows):
        collate = DataCollatorForSeq2Seq(self.tokenizer, model=self.model)
        return DataLoader(rows, self.config.batch_size, shuffle=True, drop_last=True, collate_fn=collate)

    def maybe_step(self):
        self.seen += 1
        if self.seen % self.config.accumulate == 0:
            self.optimizer.step()
            self.optimizer.zero_grad(set_to_none=True)

    def fit(self, rows):
        torch.manual_seed(self.config.seed)
        loader = self.loader(rows)
        self.model.train()
        for _ in range(self.config.epochs):
            for batch in loader:
                loss = self.model(**batch.to("cuda")).loss
                loss.backward()  # must: gradient-accumulation-unscaled
                self.maybe_step()
