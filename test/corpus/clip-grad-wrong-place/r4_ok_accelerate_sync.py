import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from transformers import get_cosine_schedule_with_warmup


def main(config, model, loader):
    set_seed(config.seed)
    accelerator = Accelerator(mixed_precision="fp16", gradient_accumulation_steps=config.accumulate)
    optimizer = torch.optim.AdamW(model.parameters(), lr=config.lr)
    updates = len(loader) * config.epochs // config.accumulate
    scheduler = get_cosine_schedule_with_warmup(optimizer, config.warmup, updates)
    model, optimizer, loader, scheduler = accelerator.prepare(model, optimizer, loader, scheduler)
    for epoch in range(config.epochs):
        model.train()
        for batch in loader:
            with accelerator.accumulate(model):
                loss = model(**batch).loss
                accelerator.backward(loss)
                if accelerator.sync_gradients:
                    accelerator.clip_grad_norm_(model.parameters(), config.max_grad_norm)
                optimizer.step()
                scheduler.step()
                optimizer.zero_grad()
        accelerator.save_state(f"{config.output_dir}/epoch_{epoch}")
