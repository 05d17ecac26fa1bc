# main
import torch
from tqdm import tqdm

from nets import build_net
from pipeline import loaders
from steps import train_step

net = build_net()
criterion = torch.nn.CTCLoss()
optimizer = torch.optim.Adam(net.parameters(), lr=3e-4)
train_loader, _ = loaders()

for epoch in range(50):
    net.train()
    epoch_loss = 0
    for batch in tqdm(train_loader):
        epoch_loss += train_step(net, batch, optimizer, criterion)  # must: loss-accumulates-graph
    print(epoch, float(epoch_loss) / len(train_loader))
