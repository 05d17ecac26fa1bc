"""Labelled and unlabelled batches side by side; only one of the samplers is told of the epoch."""
import torch
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch.utils.data import DataLoader
from torch.utils.data.distributed import DistributedSampler


def train(net, labelled, unlabelled, args):
    torch.manual_seed(args.seed)
    net = DistributedDataParallel(net.to(args.gpu), device_ids=[args.gpu])
    opt = torch.optim.SGD(net.parameters(), lr=args.lr, momentum=0.9, nesterov=True)
    l_sampler, u_sampler = DistributedSampler(labelled), DistributedSampler(unlabelled)
    l_loader = DataLoader(labelled, batch_size=args.batch, sampler=l_sampler, drop_last=True)
    u_loader = DataLoader(unlabelled, batch_size=args.batch * args.mu, sampler=u_sampler, drop_last=True)
    for epoch in range(args.epochs):
        l_sampler.set_epoch(epoch)
        net.train()
        for x, y in l_loader:
            opt.zero_grad()
            F.cross_entropy(net(x.to(args.gpu)), y.to(args.gpu)).backward()
            opt.step()
        for weak, strong in u_loader:  # must: distributed-sampler-without-set-epoch
            logits = net(torch.cat([weak, strong]).to(args.gpu))
            w, s = logits.chunk(2)
            confidence, guess = w.detach().softmax(-1).max(-1)
            loss = (F.cross_entropy(s, guess, reduction="none") * (confidence > 0.95)).mean()
            opt.zero_grad()
            loss.backward()
            opt.step()
