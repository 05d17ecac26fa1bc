import torch


def train_bf16(model, loader, lr=2e-4):
    opt = torch.optim.AdamW(model.parameters(), lr=lr)
    model.train()
    for x, y in loader:
        with torch.autocast(device_type="cuda", dtype=torch.bfloat16):
            loss = torch.nn.functional.cross_entropy(model(x.cuda()), y.cuda())
        opt.zero_grad(set_to_none=True)
        loss.backward()
        opt.step()


@torch.inference_mode()
def predict_fp16(model, loader):
    model.eval()
    with torch.autocast(device_type="cuda", dtype=torch.float16):
        return torch.cat([model(x.cuda()).argmax(-1).cpu() for x, _ in loader])
