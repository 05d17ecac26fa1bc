"""The softmax is on the target's side, or log_softmax feeds NLLLoss."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Student(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.fc = nn.Linear(d, k)

    def forward(self, x):
        return self.fc(x)


class LogStudent(Student):
    def forward(self, x):
        return F.log_softmax(self.fc(x), dim=1)


def distil(student, teacher, loader, opt, t=2.0):
    teacher.eval()
    student.train()
    for x, y in loader:
        with torch.no_grad():
            soft = F.softmax(teacher(x) / t, dim=1)
        logits = student(x)
        loss = F.cross_entropy(logits, y) + F.cross_entropy(logits / t, soft)
        opt.zero_grad()
        loss.backward()
        opt.step()


def pseudo_label(model, batches, opt, threshold=0.95):
    for x, weak, strong, y in batches:
        with torch.no_grad():
            confidence, guess = torch.softmax(model(weak), dim=-1).max(dim=-1)
        keep = confidence.ge(threshold).float()
        unsupervised = (F.cross_entropy(model(strong), guess, reduction="none") * keep).mean()
        loss = F.cross_entropy(model(x), y) + unsupervised
        opt.zero_grad()
        loss.backward()
        opt.step()


def with_nll(loader, d, k):
    model = LogStudent(d, k)
    opt = torch.optim.SGD(model.parameters(), lr=0.1)
    nll = nn.NLLLoss()
    for x, y in loader:
        opt.zero_grad()
        loss = nll(model(x), y)
        loss.backward()
        opt.step()


def main(loader, batches, teacher, d, k):
    torch.manual_seed(0)
    student = Student(d, k)
    opt = torch.optim.Adam(student.parameters())
    distil(student, teacher, loader, opt)
    pseudo_label(student, batches, opt)
    with_nll(loader, d, k)
