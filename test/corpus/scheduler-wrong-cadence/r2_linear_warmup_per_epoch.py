import argparse

import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, get_linear_schedule_with_warmup

from intents import intent_dataset


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--model", default="bert-base-uncased")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--bs", type=int, default=32)
    a = ap.parse_args()
    tok = AutoTokenizer.from_pretrained(a.model)
    model = AutoModelForSequenceClassification.from_pretrained(a.model, num_labels=64)
    dl = DataLoader(intent_dataset(tok, "train"), batch_size=a.bs, shuffle=True)
    opt = torch.optim.AdamW(model.parameters(), lr=5e-5)
    total = len(dl) * a.epochs
    sched = get_linear_schedule_with_warmup(opt, num_warmup_steps=int(0.1 * total), num_training_steps=total)
    for epoch in range(a.epochs):
        model.train()
        for batch in dl:
            opt.zero_grad()
            model(**batch).loss.backward()
            opt.step()
        sched.step()  # must: scheduler-wrong-cadence


if __name__ == "__main__":
    main()
