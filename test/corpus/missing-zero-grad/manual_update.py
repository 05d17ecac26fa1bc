"""Logistic regression with the update written out."""
import torch

torch.manual_seed(1)
features = torch.randn(500, 3)
labels = (features @ torch.tensor([2.0, -1.0, 0.5]) > 0).float()

weight = torch.zeros(3, requires_grad=True)
bias = torch.zeros(1, requires_grad=True)
learning_rate = 0.1

for step in range(200):
    logits = features @ weight + bias
    loss = torch.nn.functional.binary_cross_entropy_with_logits(logits, labels)
    loss.backward()  # must: missing-zero-grad
    with torch.no_grad():
        weight -= learning_rate * weight.grad
        bias -= learning_rate * bias.grad
    if step % 20 == 0:
        print(step, loss.item())
