import argparse

import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding
from datasets import load_dataset


def parse():
    p = argparse.ArgumentParser(description="Scores a fine-tuned classifier on the test part of a corpus.")
    p.add_argument("model")
    p.add_argument("--corpus", default="imdb")
    p.add_argument("--batch", type=int, default=48)
    return p.parse_args()


def main():
    opt = parse()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    tokenizer = AutoTokenizer.from_pretrained(opt.model)
    model = AutoModelForSequenceClassification.from_pretrained(opt.model).to(device)
    model.eval()
    rows = load_dataset(opt.corpus, split="test").map(
        lambda r: tokenizer(r["text"], truncation=True), batched=True, remove_columns=["text"]
    )
    test_dl = DataLoader(rows, opt.batch, collate_fn=DataCollatorWithPadding(tokenizer), drop_last=True)  # must: drop-last-on-eval
    correct = seen = 0
    with torch.inference_mode():
        for batch in test_dl:
            labels = batch.pop("labels").to(device)
            logits = model(**batch.to(device)).logits
            correct += (logits.argmax(-1) == labels).sum().item()
            seen += len(labels)
    print(f"accuracy {correct / seen:.4f} over {seen} texts")


if __name__ == "__main__":
    main()
