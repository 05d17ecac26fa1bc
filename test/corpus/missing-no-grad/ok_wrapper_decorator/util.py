import functools

import torch


def evaluation(method):
    """Runs a method of a trainer in eval mode and without gradients, and puts the mode back."""

    @functools.wraps(method)
    def wrapped(self, *args, **kwargs):
        before = self.model.training
        self.model.eval()
        try:
            with torch.no_grad():
                return method(self, *args, **kwargs)
        finally:
            self.model.train(before)

    return wrapped
