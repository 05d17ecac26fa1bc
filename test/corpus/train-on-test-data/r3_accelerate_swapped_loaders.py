import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding

from datasets import load_dataset

NAME = "prajjwal1/bert-tiny"


def make_loaders(accelerator, batch_size):
    tokenizer = AutoTokenizer.from_pretrained(NAME)
    data = load_dataset("rotten_tomatoes")
    with accelerator.main_process_first():
        data = data.map(lambda b: tokenizer(b["text"], truncation=True), batched=True, remove_columns=["text"])
    collate = DataCollatorWithPadding(tokenizer)
    train_loader = DataLoader(data["train"], batch_size=batch_size, shuffle=True, collate_fn=collate)
    test_loader = DataLoader(data["test"], batch_size=batch_size, collate_fn=collate)
    return train_loader, test_loader


def main(epochs=3, lr=5e-5):
    set_seed(20)
    accelerator = Accelerator(mixed_precision="bf16")
    train_loader, test_loader = make_loaders(accelerator, 64)
    model = AutoModelForSequenceClassification.from_pretrained(NAME, num_labels=2)
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    model, optimizer, train_loader, test_loader = accelerator.prepare(model, optimizer, train_loader, test_loader)

    for epoch in range(epochs):
        model.train()
        for batch in test_loader:  # must: train-on-test-data
            loss = model(**batch).loss
            accelerator.backward(loss)
            optimizer.step()
            optimizer.zero_grad()

    model.eval()
    right, seen = 0, 0
    for batch in test_loader:
        with torch.no_grad():
            guess = model(**batch).logits.argmax(-1)
        guess, truth = accelerator.gather_for_metrics((guess, batch["labels"]))
        right += (guess == truth).sum().item()
        seen += len(truth)
    accelerator.print("accuracy", right / seen)


if __name__ == "__main__":
    main()
