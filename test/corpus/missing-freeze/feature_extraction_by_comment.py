import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models

# Transfer learning by feature extraction: the pretrained backbone stays frozen,
# only the new classification layer is trained.
torch.manual_seed(42)
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")

weights = models.ResNet34_Weights.IMAGENET1K_V1
model = models.resnet34(weights=weights)
model.fc = nn.Linear(model.fc.in_features, 120)
model = model.to(device)

dogs = datasets.ImageFolder("stanford_dogs/train", transform=weights.transforms())
loader = DataLoader(dogs, batch_size=64, shuffle=True, num_workers=4)

criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)  # must: missing-freeze

for epoch in range(5):
    model.train()
    for images, breeds in loader:
        images, breeds = images.to(device), breeds.to(device)
        optimizer.zero_grad()
        loss = criterion(model(images), breeds)
        loss.backward()
        optimizer.step()
    print(epoch, loss.item())
torch.save(model.state_dict(), "dogs.pt")
