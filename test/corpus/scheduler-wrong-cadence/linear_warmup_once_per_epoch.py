import torch
from transformers import AutoModelForTokenClassification, get_linear_schedule_with_warmup
from tqdm.auto import tqdm

config = {"name": "xlm-roberta-base", "epochs": 4, "lr": 3e-5, "warmup": 0.06, "seed": 17}


def train_fn(data_loader, model, optimizer, device):
    model.train()
    running = 0
    for batch in tqdm(data_loader):
        batch = {k: v.to(device) for k, v in batch.items()}
        optimizer.zero_grad()
        loss = model(**batch).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        running += loss.item()
    return running / len(data_loader)


def run(train_loader, n_tags, device="cuda"):
    torch.manual_seed(config["seed"])
    model = AutoModelForTokenClassification.from_pretrained(config["name"], num_labels=n_tags).to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=config["lr"])
    num_train_steps = len(train_loader) * config["epochs"]
    scheduler = get_linear_schedule_with_warmup(
        optimizer,
        num_warmup_steps=int(config["warmup"] * num_train_steps),
        num_training_steps=num_train_steps,
    )
    for epoch in range(config["epochs"]):
        train_loss = train_fn(train_loader, model, optimizer, device)
        scheduler.step()  # must: scheduler-wrong-cadence
        print(epoch, train_loss)
    model.save_pretrained("tagger")
