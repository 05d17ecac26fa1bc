from datasets import load_dataset


def summaries(tokenizer, limit_in, limit_out):
    raw = load_dataset("billsum")

    def encode(batch):
        enc = tokenizer(batch["text"], max_length=limit_in, truncation=True)
        enc["labels"] = tokenizer(text_target=batch["summary"], max_length=limit_out, truncation=True)["input_ids"]
        return enc

    done = raw.map(encode, batched=True, remove_columns=raw["train"].column_names)
    return done["train"], done["test"]
