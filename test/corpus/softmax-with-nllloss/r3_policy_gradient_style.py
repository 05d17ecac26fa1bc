import torch
import torch.nn as nn
import torch.nn.functional as F


class MovePredictor(nn.Module):
    """Next move of a strong player from the planes of the board."""

    def __init__(self, planes=17, moves=362):
        super().__init__()
        self.tower = nn.Sequential(
            nn.Conv2d(planes, 96, 5, padding=2), nn.ReLU(), nn.Conv2d(96, 96, 3, padding=1), nn.ReLU(),
            nn.Conv2d(96, 2, 1), nn.ReLU(), nn.Flatten(),
        )
        self.policy = nn.Linear(2 * 19 * 19, moves)

    def forward(self, board):
        return F.softmax(self.policy(self.tower(board)), dim=1)


class Imitation:
    def __init__(self, lr=0.003, seed=100):
        torch.manual_seed(seed)
        self.net = MovePredictor()
        self.optimizer = torch.optim.SGD(self.net.parameters(), lr=lr, momentum=0.9)
        self.nll = nn.NLLLoss()

    def learn(self, games):
        self.net.train()
        for n, (board, move) in enumerate(games):
            self.optimizer.zero_grad()
            moves = self.net(board)
            loss = self.nll(moves, move)  # must: softmax-with-nllloss
            loss.backward()
            self.optimizer.step()
            if n % 1000 == 0:
                print(n, loss.item())

    def choose(self, board):
        self.net.eval()
        with torch.no_grad():
            return torch.multinomial(self.net(board[None]), 1).item()
