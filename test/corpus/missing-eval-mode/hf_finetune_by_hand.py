import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, get_linear_schedule_with_warmup, set_seed

set_seed(42)
CHECKPOINT = "distilbert-base-uncased"


def collate(tokenizer):
    def inner(rows):
        batch = tokenizer([r["text"] for r in rows], padding=True, truncation=True, return_tensors="pt")
        batch["labels"] = torch.tensor([r["label"] for r in rows])
        return batch

    return inner


def finetune(train_rows, dev_rows, device="cuda", epochs=3):
    tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
    model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=2).to(device)
    train_dl = DataLoader(train_rows, batch_size=16, shuffle=True, collate_fn=collate(tokenizer))
    dev_dl = DataLoader(dev_rows, batch_size=64, collate_fn=collate(tokenizer))
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-5)
    scheduler = get_linear_schedule_with_warmup(optimizer, 100, epochs * len(train_dl))

    for epoch in range(epochs):
        model.train()
        for batch in train_dl:
            batch = {k: v.to(device) for k, v in batch.items()}
            loss = model(**batch).loss
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad()

        right = 0
        for batch in dev_dl:
            batch = {k: v.to(device) for k, v in batch.items()}
            with torch.no_grad():
                logits = model(**batch).logits  # must: missing-eval-mode
            right += (logits.argmax(-1) == batch["labels"]).sum().item()
        print(epoch, right / len(dev_rows))
    return model
