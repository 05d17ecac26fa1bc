import argparse

import torch
import torch.nn as nn
from torch.utils.data import DataLoader
from transformers import AutoModelForCausalLM, AutoTokenizer, set_seed


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("texts")
    cli.add_argument("--model", default="distilgpt2")
    cli.add_argument("--epochs", type=int, default=2)
    args = cli.parse_args()
    set_seed(0)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

    tokenizer = AutoTokenizer.from_pretrained(args.model)
    tokenizer.pad_token = tokenizer.eos_token
    with open(args.texts, encoding="utf8") as f:
        lines = [line.strip() for line in f if line.strip()]

    def collate(texts):
        return tokenizer(texts, padding=True, truncation=True, max_length=256, return_tensors="pt")

    loader = DataLoader(lines, batch_size=8, shuffle=True, collate_fn=collate)
    model = AutoModelForCausalLM.from_pretrained(args.model).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    loss_fct = nn.CrossEntropyLoss()
    for _ in range(args.epochs):
        model.train()
        for batch in loader:
            batch = batch.to(device)
            logits = model(**batch).logits[:, :-1].contiguous()
            labels = batch["input_ids"][:, 1:].contiguous()
            loss = loss_fct(logits.view(-1, logits.size(-1)), labels.view(-1))  # must: padding-in-loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    model.save_pretrained("tuned")


if __name__ == "__main__":
    main()
