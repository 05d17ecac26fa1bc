"""LoRA fine-tuning of a classifier; parts are configured in order."""
import torch
from peft import LoraConfig, get_peft_model
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, DataCollatorWithPadding


class Finetune:
    def __init__(self, checkpoint, labels, lr):
        self.model = AutoModelForSequenceClassification.from_pretrained(checkpoint, num_labels=labels)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=lr)

    def resize(self, tokenizer):
        tokenizer.add_special_tokens({"additional_special_tokens": ["<quote>", "<code>"]})
        self.model.resize_token_embeddings(len(tokenizer))  # must: model-moved-after-optimizer

    def train(self, rows, tokenizer, epochs):
        loader = DataLoader(rows, 16, shuffle=True, collate_fn=DataCollatorWithPadding(tokenizer))
        self.model.train()
        for _ in range(epochs):
            for batch in loader:
                self.optimizer.zero_grad()
                self.model(**batch).loss.backward()
                self.optimizer.step()


def adapters(model, rank=8):
    return get_peft_model(model, LoraConfig(r=rank, lora_alpha=2 * rank, task_type="SEQ_CLS"))


def train_adapters(model, loader, lr, epochs):
    model = adapters(model)
    optimizer = torch.optim.AdamW([p for p in model.parameters() if p.requires_grad], lr=lr)
    model.train()
    for _ in range(epochs):
        for batch in loader:
            optimizer.zero_grad()
            model(**batch).loss.backward()
            optimizer.step()


def main(checkpoint, rows, tokenizer):
    torch.manual_seed(27)
    run = Finetune(checkpoint, labels=4, lr=2e-5)
    run.resize(tokenizer)
    run.train(rows, tokenizer, epochs=3)
