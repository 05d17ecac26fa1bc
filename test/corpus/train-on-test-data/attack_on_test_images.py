"""PGD against a trained classifier: gradients over the test loader, and no weight is ever changed."""
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import CIFAR10

from robust.zoo import wide_resnet


def pgd(model, x, y, eps=8 / 255, step=2 / 255, iters=10):
    delta = torch.empty_like(x).uniform_(-eps, eps).requires_grad_(True)
    for _ in range(iters):
        loss = F.cross_entropy(model((x + delta).clamp(0, 1)), y)
        (grad,) = torch.autograd.grad(loss, delta)
        delta = (delta + step * grad.sign()).clamp(-eps, eps).detach().requires_grad_(True)
    return (x + delta).clamp(0, 1).detach()


def main():
    torch.manual_seed(0)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = wide_resnet(28, 10).to(device)
    model.load_state_dict(torch.load("wrn.pt", map_location=device, weights_only=True))
    model.eval()
    test_loader = DataLoader(CIFAR10("data", train=False, transform=transforms.ToTensor()), batch_size=100)
    robust = 0
    for x, y in test_loader:
        x, y = x.to(device), y.to(device)
        attacked = pgd(model, x, y)
        with torch.no_grad():
            robust += (model(attacked).argmax(1) == y).sum().item()
    print("robust accuracy", robust / len(test_loader.dataset))


if __name__ == "__main__":
    main()
