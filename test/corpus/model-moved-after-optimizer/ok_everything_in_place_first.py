import torch
from peft import LoraConfig, TaskType, get_peft_model
from transformers import AutoModelForSequenceClassification, AutoTokenizer


def load(name, n_labels, new_tokens):
    tokenizer = AutoTokenizer.from_pretrained(name)
    tokenizer.add_tokens(new_tokens)
    model = AutoModelForSequenceClassification.from_pretrained(name, num_labels=n_labels)
    model.resize_token_embeddings(len(tokenizer))
    return tokenizer, get_peft_model(model, LoraConfig(task_type=TaskType.SEQ_CLS, r=16))


def run(name, loader, n_labels, new_tokens, epochs=3):
    torch.manual_seed(18)
    tokenizer, model = load(name, n_labels, new_tokens)
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.0)
    model.to("cuda")
    for _ in range(epochs):
        model.train()
        for texts, labels in loader:
            batch = tokenizer(texts, padding=True, truncation=True, return_tensors="pt").to("cuda")
            loss = model(**batch, labels=labels.to("cuda")).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    model.save_pretrained("lora")
    tokenizer.save_pretrained("lora")
