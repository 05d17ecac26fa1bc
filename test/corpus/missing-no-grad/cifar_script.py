import torch
import torch.nn.functional as F
import torchvision
import torchvision.transforms as T

torch.manual_seed(0)
normalize = T.Normalize((0.4914, 0.4822, 0.4465), (0.247, 0.243, 0.261))
train_ds = torchvision.datasets.CIFAR10(
    "./data", train=True, download=True, transform=T.Compose([T.RandomHorizontalFlip(), T.ToTensor(), normalize])
)
test_ds = torchvision.datasets.CIFAR10("./data", train=False, transform=T.Compose([T.ToTensor(), normalize]))
trainloader = torch.utils.data.DataLoader(train_ds, batch_size=128, shuffle=True, num_workers=2)
testloader = torch.utils.data.DataLoader(test_ds, batch_size=100, num_workers=2)

model = torchvision.models.resnet18(num_classes=10).cuda()
opt = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=5e-4)
sched = torch.optim.lr_scheduler.CosineAnnealingLR(opt, T_max=30)

for epoch in range(30):
    model.train()
    for x, y in trainloader:
        x, y = x.cuda(non_blocking=True), y.cuda(non_blocking=True)
        loss = F.cross_entropy(model(x), y)
        opt.zero_grad()
        loss.backward()
        opt.step()
    sched.step()

    model.eval()
    correct = 0
    for x, y in testloader:
        pred = model(x.cuda()).argmax(dim=1).cpu()  # must: missing-no-grad
        correct += (pred == y).sum().item()
    print(f"{epoch}: {100.0 * correct / len(test_ds):.2f}%")
