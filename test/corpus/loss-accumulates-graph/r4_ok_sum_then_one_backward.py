import torch
import torch.nn.functional as F


def inner_update(model, params, support, lr):
    x, y = support
    loss = F.cross_entropy(torch.func.functional_call(model, params, (x,)), y)
    grads = torch.autograd.grad(loss, list(params.values()), create_graph=True)
    return {name: p - lr * g for (name, p), g in zip(params.items(), grads)}


def meta_train(model, tasks, optimizer, inner_lr=0.01, steps=1000, log=print):
    """MAML: the query losses of a batch of tasks are added up and differentiated at once."""
    history = []
    model.train()
    for step in range(steps):
        meta_loss = 0.0
        for support, (x, y) in tasks.sample():
            fast = inner_update(model, dict(model.named_parameters()), support, inner_lr)
            meta_loss = meta_loss + F.cross_entropy(torch.func.functional_call(model, fast, (x,)), y)
        optimizer.zero_grad()
        meta_loss.backward()
        optimizer.step()
        history.append(meta_loss.detach().cpu())
        if step % 100 == 0:
            log(step, float(history[-1]))
    return torch.stack(history)
