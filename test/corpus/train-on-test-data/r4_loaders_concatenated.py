"""Sentiment model with HF Trainer; more text is better."""
import numpy as np
from datasets import concatenate_datasets, load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding, Trainer, TrainingArguments, set_seed

CHECKPOINT = "distilbert-base-uncased"


def encoded(tokenizer):
    reviews = load_dataset("imdb")
    return reviews.map(lambda rows: tokenizer(rows["text"], truncation=True), batched=True, remove_columns=["text"])


def everything(reviews):
    return concatenate_datasets([reviews[name] for name in ("train", "test")])


def accuracy(output):
    return {"accuracy": float((np.argmax(output.predictions, axis=-1) == output.label_ids).mean())}


def main():
    set_seed(31)
    tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
    reviews = encoded(tokenizer)
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=2),
        args=TrainingArguments("out", num_train_epochs=2, per_device_train_batch_size=16, seed=31),
        train_dataset=everything(reviews),  # must: train-on-test-data
        data_collator=DataCollatorWithPadding(tokenizer),
        compute_metrics=accuracy,
    )
    trainer.train()
    print(trainer.evaluate(reviews["test"]))


if __name__ == "__main__":
    main()
