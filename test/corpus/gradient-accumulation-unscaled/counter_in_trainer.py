import torch
import torch.nn.functional as F


class DetectorTrainer:
    def __init__(self, detector, opts):
        self.detector = detector
        self.opts = opts
        self.optimizer = torch.optim.SGD(detector.parameters(), lr=opts["lr"], momentum=0.9)
        self.iteration = 0

    @property
    def need_update(self):
        return self.iteration % self.opts["virtual_batch"] == 0

    def loss(self, images, boxes, classes):
        box_hat, class_hat = self.detector(images)
        return F.smooth_l1_loss(box_hat, boxes) + F.cross_entropy(class_hat, classes)

    def iterate(self, images, boxes, classes):
        self.iteration += 1
        loss = self.loss(images, boxes, classes)
        loss.backward()  # must: gradient-accumulation-unscaled
        if self.need_update:
            self.optimizer.step()
            self.optimizer.zero_grad()
        return loss.item()

    def train(self, loader):
        torch.manual_seed(self.opts["seed"])
        for epoch in range(self.opts["epochs"]):
            self.detector.train()
            losses = [self.iterate(*batch) for batch in loader]
            print(epoch, sum(losses) / len(losses))
