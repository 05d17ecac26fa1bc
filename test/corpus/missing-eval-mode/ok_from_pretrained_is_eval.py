"""`from_pretrained` hands the model out in eval mode already."""
import sys

import torch
from transformers import AutoModelForSequenceClassification, AutoTokenizer

NAME = "cardiffnlp/twitter-roberta-base-sentiment-latest"


def classify(lines):
    tokenizer = AutoTokenizer.from_pretrained(NAME)
    model = AutoModelForSequenceClassification.from_pretrained(NAME)
    labels = []
    for start in range(0, len(lines), 32):
        batch = tokenizer(lines[start : start + 32], padding=True, truncation=True, return_tensors="pt")
        with torch.no_grad():
            logits = model(**batch).logits
        labels.extend(model.config.id2label[i] for i in logits.argmax(-1).tolist())
    return labels


if __name__ == "__main__":
    text = [line.strip() for line in sys.stdin if line.strip()]
    for line, label in zip(text, classify(text)):
        print(label, line, sep="\t")
