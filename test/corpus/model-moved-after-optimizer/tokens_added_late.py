import torch
from transformers import AutoModelForSeq2SeqLM, AutoTokenizer


class Summarizer:
    def __init__(self, name="t5-small", lr=3e-4, extra_tokens=()):
        torch.manual_seed(20)
        self.tokenizer = AutoTokenizer.from_pretrained(name)
        self.model = AutoModelForSeq2SeqLM.from_pretrained(name).cuda()
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=lr)
        self._extend(list(extra_tokens))

    def _extend(self, tokens):
        self.tokenizer.add_tokens(tokens)
        self.model.resize_token_embeddings(len(self.tokenizer))  # must: model-moved-after-optimizer

    def fit(self, loader, epochs=3):
        for epoch in range(epochs):
            self.model.train()
            for texts, summaries in loader:
                batch = self.tokenizer(texts, text_target=summaries, padding=True, truncation=True, return_tensors="pt")
                batch["labels"][batch["labels"] == self.tokenizer.pad_token_id] = -100
                loss = self.model(**batch.to("cuda")).loss
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
            print(epoch, loss.item())
