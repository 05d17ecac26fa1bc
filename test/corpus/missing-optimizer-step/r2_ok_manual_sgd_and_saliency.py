import torch


def saliency(model, image, label):
    model.eval()
    image = image.clone().requires_grad_()
    model(image[None])[0, label].backward()
    return image.grad.abs().amax(0)


def from_scratch(x, y, lr=0.1, rounds=500):
    w = torch.zeros(x.shape[1], requires_grad=True)
    for _ in range(rounds):
        loss = ((x @ w - y) ** 2).mean()
        loss.backward()
        with torch.no_grad():
            w -= lr * w.grad
            w.grad.zero_()
    return w.detach()
