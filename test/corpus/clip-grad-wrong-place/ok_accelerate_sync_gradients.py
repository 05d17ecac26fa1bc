import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from transformers import AutoModelForSequenceClassification, get_linear_schedule_with_warmup


def training_function(cfg, train_loader):
    set_seed(cfg.seed)
    accelerator = Accelerator(mixed_precision="fp16", gradient_accumulation_steps=cfg.accum)
    model = AutoModelForSequenceClassification.from_pretrained(cfg.checkpoint, num_labels=cfg.n_labels)
    optimizer = torch.optim.AdamW(model.parameters(), lr=cfg.lr)
    schedule = get_linear_schedule_with_warmup(optimizer, 100, cfg.epochs * len(train_loader) // cfg.accum)
    model, optimizer, train_loader, schedule = accelerator.prepare(model, optimizer, train_loader, schedule)

    for epoch in range(cfg.epochs):
        model.train()
        for batch in train_loader:
            with accelerator.accumulate(model):
                loss = model(**batch).loss
                accelerator.backward(loss)
                if accelerator.sync_gradients:
                    accelerator.clip_grad_norm_(model.parameters(), cfg.max_norm)
                optimizer.step()
                schedule.step()
                optimizer.zero_grad()
        accelerator.print(f"epoch {epoch} done")
