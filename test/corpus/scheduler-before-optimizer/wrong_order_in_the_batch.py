import torch
import torch.nn.functional as F
from transformers import AutoModelForMaskedLM, get_linear_schedule_with_warmup, set_seed


def pretrain(loader, name="roberta-base", steps=10_000):
    set_seed(0)
    model = AutoModelForMaskedLM.from_pretrained(name).cuda()
    optimizer = torch.optim.AdamW(model.parameters(), lr=1e-4, weight_decay=0.01)
    lr_scheduler = get_linear_schedule_with_warmup(optimizer, num_warmup_steps=500, num_training_steps=steps)
    model.train()
    for step, batch in zip(range(steps), loader):
        logits = model(batch["input_ids"].cuda(), attention_mask=batch["attention_mask"].cuda()).logits
        loss = F.cross_entropy(logits.flatten(0, 1), batch["labels"].cuda().flatten())
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        lr_scheduler.step()  # must: scheduler-before-optimizer
        optimizer.step()
        optimizer.zero_grad()
    model.save_pretrained("mlm")
