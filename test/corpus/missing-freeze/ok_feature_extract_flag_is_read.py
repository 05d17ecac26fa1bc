import torch
from torch import nn
from torchvision.models import SqueezeNet1_0_Weights, squeezenet1_0


def set_parameter_requires_grad(model, feature_extracting):
    if feature_extracting:
        for param in model.parameters():
            param.requires_grad = False


def initialize_model(num_classes, feature_extract):
    model = squeezenet1_0(weights=SqueezeNet1_0_Weights.DEFAULT)
    set_parameter_requires_grad(model, feature_extract)
    model.classifier = nn.Sequential(nn.Conv2d(512, num_classes, kernel_size=1), nn.AdaptiveAvgPool2d(1))
    return model


def main(loader, feature_extract=True, epochs=15):
    torch.manual_seed(1)
    model = initialize_model(8, feature_extract)
    params_to_update = model.parameters()
    if feature_extract:
        params_to_update = [p for p in model.parameters() if p.requires_grad]
    optimizer = torch.optim.SGD(params_to_update, lr=0.001, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        model.train()
        for x, y in loader:
            optimizer.zero_grad()
            criterion(model(x), y).backward()
            optimizer.step()
