"""The Trainer of transformers sets the seed of its arguments by itself."""
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments


def main():
    name = "prajjwal1/bert-tiny"
    tokenizer = AutoTokenizer.from_pretrained(name)
    data = load_dataset("rotten_tomatoes").map(
        lambda rows: tokenizer(rows["text"], truncation=True, padding="max_length", max_length=64), batched=True
    )
    args = TrainingArguments(output_dir="out", num_train_epochs=1, seed=13, report_to=[])

    def model_init():
        return AutoModelForSequenceClassification.from_pretrained(name, num_labels=2)

    trainer = Trainer(model_init=model_init, args=args, train_dataset=data["train"], eval_dataset=data["validation"])
    trainer.train()
    print(trainer.evaluate())


if __name__ == "__main__":
    main()
