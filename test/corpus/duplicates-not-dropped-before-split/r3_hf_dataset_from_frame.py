import pandas as pd
from datasets import Dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments, set_seed

set_seed(12)
CHECKPOINT = "distilbert-base-uncased"

frame = pd.read_json("tickets.jsonl", lines=True)[["text", "label"]]
repeated = frame.duplicated(subset="text").sum()
print(f"{repeated} of {len(frame)} tickets repeat the text of another one")
frame["label"] = frame["label"].astype("category").cat.codes

parts = Dataset.from_pandas(frame).train_test_split(test_size=0.1, seed=12)  # must: duplicates-not-dropped-before-split

tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)


def encode(batch):
    return tokenizer(batch["text"], truncation=True, max_length=256)


parts = parts.map(encode, batched=True)
model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=frame["label"].nunique())
trainer = Trainer(
    model=model,
    args=TrainingArguments("tickets-model", num_train_epochs=2, per_device_train_batch_size=32, seed=12),
    train_dataset=parts["train"],
    tokenizer=tokenizer,
)
trainer.train()
answer = trainer.predict(parts["test"])
print("accuracy", (answer.predictions.argmax(-1) == answer.label_ids).mean())
