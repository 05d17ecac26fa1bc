import argparse

import evaluate
import numpy as np
from datasets import DatasetDict, load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments, set_seed


def three_parts(files, seed):
    raw = load_dataset("json", data_files=files)["train"]
    outer = raw.train_test_split(test_size=0.1, seed=seed)
    inner = outer["train"].train_test_split(test_size=0.1, seed=seed)
    return DatasetDict(train=inner["train"], dev=inner["test"], test=outer["test"])


def main(args):
    set_seed(args.seed)
    tok = AutoTokenizer.from_pretrained(args.model)
    ds = three_parts(args.files, args.seed).map(
        lambda batch: tok(batch["text"], padding="max_length", truncation=True, max_length=96), batched=True
    )
    accuracy = evaluate.load("accuracy")

    def compute(output):
        return accuracy.compute(predictions=np.argmax(output.predictions, axis=-1), references=output.label_ids)

    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(args.model, num_labels=args.labels),
        args=TrainingArguments(
            args.out,
            eval_strategy="epoch",
            save_strategy="epoch",
            load_best_model_at_end=True,
            metric_for_best_model="accuracy",
            seed=args.seed,
        ),
        train_dataset=ds["train"],
        eval_dataset=ds["dev"],
        compute_metrics=compute,
    )
    trainer.train()
    print(trainer.evaluate(ds["test"], metric_key_prefix="test"))


if __name__ == "__main__":
    p = argparse.ArgumentParser()
    p.add_argument("files", nargs="+")
    p.add_argument("--model", default="bert-base-uncased")
    p.add_argument("--labels", type=int, default=3)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--out", default="out")
    main(p.parse_args())
