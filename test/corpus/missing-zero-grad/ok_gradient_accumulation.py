import argparse

import torch
from torch import nn
from torch.amp import GradScaler, autocast
from transformers import get_cosine_schedule_with_warmup


def train(model, loader, args):
    torch.manual_seed(args.seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
    scheduler = get_cosine_schedule_with_warmup(optimizer, args.warmup, args.epochs * len(loader) // args.accum)
    scaler = GradScaler("cuda")
    model.train()
    optimizer.zero_grad()
    for epoch in range(args.epochs):
        for i, (ids, labels) in enumerate(loader):
            with autocast("cuda"):
                logits = model(ids.cuda())
                loss = nn.functional.cross_entropy(logits, labels.cuda()) / args.accum
            scaler.scale(loss).backward()
            if (i + 1) % args.accum == 0 or i + 1 == len(loader):
                scaler.unscale_(optimizer)
                nn.utils.clip_grad_norm_(model.parameters(), args.clip)
                scaler.step(optimizer)
                scaler.update()
                optimizer.zero_grad(set_to_none=True)
                scheduler.step()


def timm_style(model, loader, optimizer, loss_fn, accum_steps):
    model.train()
    optimizer.zero_grad()
    last = len(loader) - 1
    for batch_idx, (x, y) in enumerate(loader):
        need_update = batch_idx == last or (batch_idx + 1) % accum_steps == 0
        loss = loss_fn(model(x), y) / accum_steps
        loss.backward()
        if not need_update:
            continue
        optimizer.step()
        optimizer.zero_grad()


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=2e-5)
    parser.add_argument("--accum", type=int, default=8)
    parser.add_argument("--clip", type=float, default=1.0)
    parser.add_argument("--warmup", type=int, default=100)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args()
