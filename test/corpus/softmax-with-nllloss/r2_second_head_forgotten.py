import torch
from torch import nn
import torch.nn.functional as TF


class TwoHeads(nn.Module):
    def __init__(self, dim, ages, genders):
        super().__init__()
        self.body = nn.Linear(dim, 64)
        self.age, self.gender = nn.Linear(64, ages), nn.Linear(64, genders)

    def forward(self, x):
        h = torch.tanh(self.body(x))
        return TF.log_softmax(self.age(h), dim=1), TF.softmax(self.gender(h), dim=1)


def fit(loader, dim):
    net, nll = TwoHeads(dim, 8, 2), nn.NLLLoss()
    opt = torch.optim.Adagrad(net.parameters(), lr=0.01)
    for x, age, gender in loader:
        log_age, p_gender = net(x)
        age_loss = nll(log_age, age)
        gender_loss = nll(p_gender, gender)  # must: softmax-with-nllloss
        opt.zero_grad()
        (age_loss + gender_loss).backward()
        opt.step()
