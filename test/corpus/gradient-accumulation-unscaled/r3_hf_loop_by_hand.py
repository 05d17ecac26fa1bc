# Fine-tuning with a small card: eight sentences at a time, one update for every 64.
import torch
from datasets import load_dataset
from torch.utils.data import DataLoader
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    get_linear_schedule_with_warmup,
    set_seed,
)

set_seed(42)
NAME = "distilroberta-base"
ACCUM = 8
tokenizer = AutoTokenizer.from_pretrained(NAME)
raw = load_dataset("json", data_files={"train": "tickets_train.jsonl"})
tokens = raw.map(lambda rows: tokenizer(rows["text"], truncation=True, max_length=256), batched=True)
tokens = tokens.remove_columns(["text"]).with_format("torch")
loader = DataLoader(tokens["train"], batch_size=8, shuffle=True, collate_fn=DataCollatorWithPadding(tokenizer))

model = AutoModelForSequenceClassification.from_pretrained(NAME, num_labels=7).cuda()
optimizer = torch.optim.AdamW(model.parameters(), lr=3e-5)
epochs = 3
updates = epochs * (len(loader) // ACCUM)
schedule = get_linear_schedule_with_warmup(optimizer, updates // 10, updates)

for epoch in range(epochs):
    model.train()
    optimizer.zero_grad()
    for step, batch in enumerate(loader, start=1):
        batch = {k: v.cuda() for k, v in batch.items()}
        loss = model(**batch).loss
        loss.backward()  # must: gradient-accumulation-unscaled
        if step % ACCUM == 0:
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            optimizer.zero_grad()
    print(epoch, loss.item())
model.save_pretrained("ticket-router")
