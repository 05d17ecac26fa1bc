import torch
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def semi(model, labelled, unlabelled, epochs, opt):
    s_lab, s_unl = DistributedSampler(labelled), DistributedSampler(unlabelled)
    lab_loader = DataLoader(labelled, batch_size=32, sampler=s_lab)
    unl_loader = DataLoader(unlabelled, batch_size=128, sampler=s_unl)
    for epoch in range(epochs):
        s_lab.set_epoch(epoch)
        model.train()
        for x, y in lab_loader:
            loss = torch.nn.functional.cross_entropy(model(x), y)
            opt.zero_grad()
            loss.backward()
            opt.step()
        for weak, strong in unl_loader:  # must: distributed-sampler-without-set-epoch
            with torch.no_grad():
                guess = model(weak).argmax(1)
            loss = torch.nn.functional.cross_entropy(model(strong), guess)
            opt.zero_grad()
            loss.backward()
            opt.step()
