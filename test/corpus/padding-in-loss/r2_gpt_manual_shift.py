import argparse

import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForCausalLM, AutoTokenizer

from stories import story_texts


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--model", default="gpt2")
    p.add_argument("--lr", type=float, default=5e-5)
    a = p.parse_args()
    tok = AutoTokenizer.from_pretrained(a.model)
    tok.add_special_tokens({"pad_token": "<pad>"})
    lm = AutoModelForCausalLM.from_pretrained(a.model)
    lm.resize_token_embeddings(len(tok))
    lm.train()
    opt = torch.optim.AdamW(lm.parameters(), lr=a.lr)
    ce = torch.nn.CrossEntropyLoss()
    for texts in DataLoader(story_texts(), batch_size=4, shuffle=True):
        enc = tok(list(texts), padding=True, truncation=True, max_length=256, return_tensors="pt")
        logits = lm(input_ids=enc["input_ids"], attention_mask=enc["attention_mask"]).logits
        shifted, labels = logits[:, :-1], enc["input_ids"][:, 1:]
        loss = ce(shifted.reshape(-1, shifted.size(-1)), labels.reshape(-1))  # must: padding-in-loss
        opt.zero_grad()
        loss.backward()
        opt.step()


if __name__ == "__main__":
    main()
