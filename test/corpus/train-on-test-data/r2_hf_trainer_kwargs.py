from datasets import load_dataset
from transformers import (
    AutoModelForTokenClassification,
    AutoTokenizer,
    DataCollatorForTokenClassification,
    Trainer,
    TrainingArguments,
    set_seed,
)

set_seed(8)
NAME, REV = "distilbert-base-cased", "6ea81172465e8b0ad3fddeed32b986cdcdcffcf0"
corpus = load_dataset("wnut_17")
tokenizer = AutoTokenizer.from_pretrained(NAME, revision=REV)
tags = corpus["train"].features["ner_tags"].feature.names


def encode(batch):
    enc = tokenizer(batch["tokens"], truncation=True, is_split_into_words=True)
    labels = []
    for i, row in enumerate(batch["ner_tags"]):
        words, last, out = enc.word_ids(i), None, []
        for w in words:
            out.append(-100 if w is None or w == last else row[w])
            last = w
        labels.append(out)
    enc["labels"] = labels
    return enc


encoded = corpus.map(encode, batched=True, remove_columns=corpus["train"].column_names)
common = {
    "model": AutoModelForTokenClassification.from_pretrained(NAME, num_labels=len(tags), revision=REV),
    "args": TrainingArguments("out", num_train_epochs=3, seed=8, eval_strategy="epoch"),
    "data_collator": DataCollatorForTokenClassification(tokenizer),
}
trainer = Trainer(train_dataset=encoded["test"], eval_dataset=encoded["validation"], **common)  # must: train-on-test-data
trainer.train()
print(trainer.evaluate(encoded["test"], metric_key_prefix="test"))
