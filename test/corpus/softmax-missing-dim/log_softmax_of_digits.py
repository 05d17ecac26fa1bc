import torch
import torch.nn.functional as nnf
from torch.utils.data import DataLoader
from torchvision import datasets, transforms


class Net(torch.nn.Module):
    def __init__(self):
        super(Net, self).__init__()
        self.conv1 = torch.nn.Conv2d(1, 10, kernel_size=5)
        self.conv2 = torch.nn.Conv2d(10, 20, kernel_size=5)
        self.fc1 = torch.nn.Linear(320, 50)
        self.fc2 = torch.nn.Linear(50, 10)

    def forward(self, x):
        x = nnf.relu(nnf.max_pool2d(self.conv1(x), 2))
        x = nnf.relu(nnf.max_pool2d(self.conv2(x), 2))
        x = nnf.relu(self.fc1(x.view(-1, 320)))
        x = nnf.dropout(x, training=self.training)
        return nnf.log_softmax(self.fc2(x))  # must: softmax-missing-dim


def main():
    torch.manual_seed(1)
    loader = DataLoader(datasets.MNIST("data", True, transforms.ToTensor()), batch_size=64, shuffle=True)
    net = Net()
    sgd = torch.optim.SGD(net.parameters(), lr=0.01, momentum=0.5)
    for _ in range(5):
        net.train()
        for image, digit in loader:
            sgd.zero_grad()
            nnf.nll_loss(net(image), digit).backward()
            sgd.step()
    torch.save(net.state_dict(), "net.pt")


main()
