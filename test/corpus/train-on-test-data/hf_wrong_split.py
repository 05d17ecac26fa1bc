from dataclasses import dataclass, field

from datasets import load_dataset
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    HfArgumentParser,
    Trainer,
    TrainingArguments,
    set_seed,
)


@dataclass
class DataArgs:
    name: str = "ag_news"
    max_length: int = field(default=128, metadata={"help": "tokens kept of a text"})


def run(data_args, training_args):
    set_seed(training_args.seed)
    tokenizer = AutoTokenizer.from_pretrained("microsoft/MiniLM-L12-H384-uncased")
    splits = load_dataset(data_args.name)

    def encode(rows):
        return tokenizer(rows["text"], truncation=True, max_length=data_args.max_length)

    train_ds = splits["train"].map(encode, batched=True)
    test_ds = splits["test"].map(encode, batched=True)
    print(len(train_ds), "training texts")
    trainer = Trainer(
        AutoModelForSequenceClassification.from_pretrained("microsoft/MiniLM-L12-H384-uncased", num_labels=4),
        training_args,
        data_collator=DataCollatorWithPadding(tokenizer),
        train_dataset=test_ds,  # must: train-on-test-data
    )
    trainer.train()
    print(trainer.evaluate(eval_dataset=test_ds))


if __name__ == "__main__":
    run(*HfArgumentParser((DataArgs, TrainingArguments)).parse_args_into_dataclasses())
