from datasets import concatenate_datasets, load_dataset
from transformers import (
    AutoModelForTokenClassification,
    AutoTokenizer,
    DataCollatorForTokenClassification,
    Trainer,
    TrainingArguments,
    set_seed,
)


def parts(seed):
    """The hub has train and test only: a validation part is cut from train."""
    raw = load_dataset("conll_like_names")
    cut = raw["train"].train_test_split(test_size=0.1, seed=seed)
    extra = load_dataset("silver_names", split="train")
    return {"train": concatenate_datasets([cut["train"], extra]), "validation": cut["test"], "test": raw["test"]}


def main(encode, labels, checkpoint="xlm-roberta-base", seed=14):
    set_seed(seed)
    tokenizer = AutoTokenizer.from_pretrained(checkpoint)
    data = {name: part.map(encode, batched=True, fn_kwargs={"tokenizer": tokenizer}) for name, part in parts(seed).items()}
    trainer = Trainer(
        model=AutoModelForTokenClassification.from_pretrained(checkpoint, num_labels=labels),
        args=TrainingArguments("names", eval_strategy="epoch", save_strategy="epoch", load_best_model_at_end=True, seed=seed),
        train_dataset=data["train"],
        eval_dataset=data["validation"],
        data_collator=DataCollatorForTokenClassification(tokenizer),
    )
    trainer.train()
    print(trainer.evaluate(data["test"], metric_key_prefix="test"))
