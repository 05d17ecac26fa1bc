from typing import Optional

from torch import Tensor, nn
from torch.nn.functional import softmax

ACTIVATIONS = {
    "relu": nn.ReLU(),
    "tanh": nn.Tanh(),
    "softmax": nn.Softmax(),  # must: softmax-missing-dim
    "log_softmax": nn.LogSoftmax(dim=-1),
}


class Gate(nn.Module):
    """Mixes experts by weights that depend on the input."""

    def __init__(self, n_in: int, experts: nn.ModuleList, activation: Optional[str] = None):
        super().__init__()
        self.experts = experts
        self.score = nn.Linear(n_in, len(experts))
        self.post = ACTIVATIONS[activation] if activation else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        weights = softmax(self.score(x))  # must: softmax-missing-dim
        mixed = sum(w.unsqueeze(1) * expert(x) for w, expert in zip(weights.unbind(1), self.experts))
        return self.post(mixed)
