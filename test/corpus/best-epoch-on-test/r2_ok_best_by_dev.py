import torch
from datasets import load_dataset
from torch.utils.data import DataLoader
from transformers import AutoModelForSequenceClassification, AutoTokenizer, DataCollatorWithPadding, set_seed

set_seed(3)
REV = "86b5e0934494bd15c9632b12f734a8a67f723594"
tok = AutoTokenizer.from_pretrained("bert-base-uncased", revision=REV)
raw = load_dataset("tweet_eval", "emotion")
enc = raw.map(lambda b: tok(b["text"], truncation=True), batched=True, remove_columns=["text"])
enc = enc.rename_column("label", "labels")
collate = DataCollatorWithPadding(tok)
loaders = {k: DataLoader(enc[k], 32, shuffle=k == "train", collate_fn=collate) for k in ("train", "validation", "test")}
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased", num_labels=4, revision=REV).to(device)
opt = torch.optim.AdamW(model.parameters(), lr=2e-5)


@torch.inference_mode()
def accuracy(split):
    model.eval()
    hits = total = 0
    for batch in loaders[split]:
        batch = batch.to(device)
        hits += (model(**batch).logits.argmax(-1) == batch["labels"]).sum().item()
        total += len(batch["labels"])
    return hits / total


best = 0.0
for epoch in range(5):
    model.train()
    for batch in loaders["train"]:
        opt.zero_grad()
        model(**batch.to(device)).loss.backward()
        opt.step()
    if (dev := accuracy("validation")) > best:
        best = dev
        torch.save(model.state_dict(), "emotion.pt")
model.load_state_dict(torch.load("emotion.pt", map_location=device, weights_only=True))
print("dev", best, "test", accuracy("test"))
