import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets
from torchvision.models import VGG11_Weights, vgg11


def get_model(num_classes):
    weights = VGG11_Weights.IMAGENET1K_V1
    model = vgg11(weights=weights)
    for param in model.features.parameters():
        param.requires_grad = False
    model.classifier[6] = nn.Linear(4096, num_classes)
    return model, weights.transforms()


def main():
    torch.manual_seed(42)
    model, preprocess = get_model(102)
    flowers = datasets.Flowers102("data", split="train", transform=preprocess, download=True)
    loader = DataLoader(flowers, batch_size=32, shuffle=True)
    optimizer = torch.optim.SGD(model.parameters(), 1e-3, momentum=0.9, weight_decay=1e-4)  # must: frozen-params-in-optimizer
    criterion = nn.CrossEntropyLoss()
    for epoch in range(20):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    torch.save(model.state_dict(), "flowers.pt")


if __name__ == "__main__":
    main()
