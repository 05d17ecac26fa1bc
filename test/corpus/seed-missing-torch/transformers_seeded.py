from datasets import load_dataset
from torch.utils.data import DataLoader
from torch.optim import AdamW
from transformers import AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding, set_seed

CHECKPOINT = "distilbert-base-uncased"
set_seed(7)

tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
raw = load_dataset("glue", "sst2")["train"].select(range(2000))
tokens = raw.map(lambda b: tokenizer(b["sentence"], truncation=True), batched=True)
tokens = tokens.remove_columns(["sentence", "idx"]).rename_column("label", "labels")
loader = DataLoader(tokens, shuffle=True, batch_size=16, collate_fn=DataCollatorWithPadding(tokenizer))

model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=2)
optimizer = AdamW(model.parameters(), lr=5e-5)
model.train()
for step, batch in enumerate(loader):
    optimizer.zero_grad()
    loss = model(**batch).loss
    loss.backward()
    optimizer.step()
    if step % 50 == 0:
        print(step, loss.item())
model.save_pretrained("sst2-distilbert")
