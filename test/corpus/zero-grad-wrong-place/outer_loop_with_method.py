import torch
from torch.cuda.amp import GradScaler, autocast
from tqdm import tqdm


class Runner:
    def __init__(self, args, model, criterion):
        self.args, self.model, self.criterion = args, model.cuda(), criterion
        self.optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9, nesterov=True)
        self.scaler = GradScaler()

    def start_epoch(self):
        self.model.train()
        self.optimizer.zero_grad(set_to_none=True)  # must: zero-grad-wrong-place

    def one_batch(self, images, labels):
        with autocast():
            loss = self.criterion(self.model(images.cuda()), labels.cuda())
        self.scaler.scale(loss).backward()
        self.scaler.step(self.optimizer)
        self.scaler.update()
        return loss.item()

    def run(self, loader):
        torch.manual_seed(self.args.seed)
        for epoch in range(self.args.epochs):
            self.start_epoch()
            bar = tqdm(loader, desc=str(epoch))
            for images, labels in bar:
                bar.set_postfix(loss=self.one_batch(images, labels))
