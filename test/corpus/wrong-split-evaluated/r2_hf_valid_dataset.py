import evaluate
import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments, set_seed

MODEL, REV = "roberta-base", "e2da8e2f811d1448a5b465c236feacd80ffbac7b"
set_seed(14)
tokenizer = AutoTokenizer.from_pretrained(MODEL, revision=REV)


def tokenize(batch):
    return tokenizer(batch["sentence"], truncation=True)


cola = load_dataset("glue", "cola").map(tokenize, batched=True)
train_dataset = cola["train"].shuffle(seed=14)
valid_dataset = cola["train"]  # must: wrong-split-evaluated
metric = evaluate.load("matthews_correlation")


def compute_metrics(pred):
    return metric.compute(predictions=np.argmax(pred.predictions, axis=1), references=pred.label_ids)


trainer = Trainer(
    model=AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=2, revision=REV),
    args=TrainingArguments("cola", num_train_epochs=3, learning_rate=2e-5, seed=14),
    train_dataset=train_dataset,
    eval_dataset=valid_dataset,
    processing_class=tokenizer,
    compute_metrics=compute_metrics,
)
trainer.train()
print(trainer.evaluate())
