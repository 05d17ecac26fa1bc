import torch
from torch.utils.data import DataLoader
from transformers import AutoModelForCausalLM, AutoTokenizer, set_seed

SPECIAL = ["<|agent|>", "<|customer|>"]


def load(name):
    return AutoTokenizer.from_pretrained(name), AutoModelForCausalLM.from_pretrained(name)


def collate_with(tokenizer):
    def collate(rows):
        batch = tokenizer([r["text"] for r in rows], return_tensors="pt", padding=True, truncation=True, max_length=512)
        batch["labels"] = batch["input_ids"].masked_fill(batch["attention_mask"] == 0, -100)
        return batch

    return collate


def main(rows, name="distilgpt2", lr=5e-5, epochs=2):
    set_seed(10)
    tokenizer, model = load(name)
    model.cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)

    tokenizer.pad_token = tokenizer.eos_token
    tokenizer.add_special_tokens({"additional_special_tokens": SPECIAL})
    model.resize_token_embeddings(len(tokenizer))  # must: model-moved-after-optimizer

    loader = DataLoader(rows, batch_size=8, shuffle=True, collate_fn=collate_with(tokenizer))
    model.train()
    for epoch in range(epochs):
        for batch in loader:
            loss = model(**batch.to("cuda")).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    model.save_pretrained("dialogue")
    tokenizer.save_pretrained("dialogue")
