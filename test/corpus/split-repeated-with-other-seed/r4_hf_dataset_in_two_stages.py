"""Fine-tune and evaluate as subcommands' functions of one tool."""
import evaluate
import numpy as np
from datasets import load_dataset
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
    set_seed,
)

CHECKPOINT = "microsoft/deberta-v3-small"
tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)


def rows():
    tickets = load_dataset("csv", data_files="tickets.csv", split="train")
    return tickets.map(lambda r: tokenizer(r["text"], truncation=True), batched=True)


def finetune(out="ticket-model"):
    set_seed(42)
    train_rows = rows().train_test_split(test_size=0.1, seed=42)["train"]
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=5),
        args=TrainingArguments(out, num_train_epochs=3, seed=42),
        train_dataset=train_rows,
        data_collator=DataCollatorWithPadding(tokenizer),
    )
    trainer.train()
    trainer.save_model(out)


def report(out="ticket-model"):
    test_rows = rows().train_test_split(test_size=0.1, seed=7)["test"]  # must: split-repeated-with-other-seed
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(out),
        args=TrainingArguments("report", seed=42),
        data_collator=DataCollatorWithPadding(tokenizer),
    )
    output = trainer.predict(test_rows)
    metric = evaluate.load("f1")
    print(metric.compute(predictions=np.argmax(output.predictions, -1), references=output.label_ids, average="macro"))


if __name__ == "__main__":
    finetune()
    report()
