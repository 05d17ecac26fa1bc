from datasets import load_dataset
from sklearn.metrics import f1_score
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
    set_seed,
)

CHECKPOINT = "distilroberta-base"


def metrics(prediction):
    return {"f1": f1_score(prediction.label_ids, prediction.predictions.argmax(-1), average="macro")}


def main():
    set_seed(13)
    tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
    raw = load_dataset("csv", data_files={"train": "data/train.csv", "test": "data/test.csv"})
    encoded = raw.map(lambda rows: tokenizer(rows["text"], truncation=True, max_length=128), batched=True)
    model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=6)
    arguments = TrainingArguments(
        output_dir="runs/emotion",
        num_train_epochs=3,
        per_device_train_batch_size=16,
        eval_strategy="epoch",
        learning_rate=2e-5,
        seed=13,
    )
    trainer = Trainer(
        model=model,
        args=arguments,
        train_dataset=encoded["train"],
        eval_dataset=encoded["test"],  # must: validation-data-is-test
        data_collator=DataCollatorWithPadding(tokenizer),
        compute_metrics=metrics,
    )
    trainer.train()
    print(trainer.evaluate(encoded["test"]))


if __name__ == "__main__":
    main()
