"""Few-shot check: the train images are the references, the queries come from the test part."""
import torch
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

torch.manual_seed(0)
tf = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()])
train_set = datasets.Flowers102("data", "train", tf, download=True)
test_set = datasets.Flowers102("data", "test", tf, download=True)
net = models.resnet50(weights=models.ResNet50_Weights.DEFAULT)
net.fc = torch.nn.Identity()
net.eval()


@torch.no_grad()
def embed(dataset):
    pairs = [(net(x), y) for x, y in DataLoader(dataset, 64)]
    z, y = (torch.cat(part) for part in zip(*pairs))
    return torch.nn.functional.normalize(z, dim=1), y


def test_accuracy():
    bank, bank_y = embed(train_set)
    query, query_y = embed(test_set)
    nearest = (query @ bank.T).argmax(1)
    return (bank_y[nearest] == query_y).float().mean().item()


print("1-NN accuracy on the test part:", test_accuracy())
