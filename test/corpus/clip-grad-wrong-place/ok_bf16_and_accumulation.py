import torch
import torch.nn.functional as F


def pretrain(model, batches, args):
    """bf16 needs no loss scaling, so there is nothing to unscale before the clip."""
    torch.manual_seed(args.seed)
    optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr, betas=(0.9, 0.95))
    model.cuda().train()
    for step in range(args.max_steps):
        optimizer.zero_grad(set_to_none=True)
        for _ in range(args.grad_accum):
            x, y = next(batches)
            with torch.autocast("cuda", dtype=torch.bfloat16):
                logits = model(x.cuda())
                loss = F.cross_entropy(logits.view(-1, logits.size(-1)), y.cuda().view(-1)) / args.grad_accum
            loss.backward()
        if args.grad_clip:
            torch.nn.utils.clip_grad_norm_(model.parameters(), args.grad_clip)
        optimizer.step()
