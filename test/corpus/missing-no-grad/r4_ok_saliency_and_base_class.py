import torch


class Evaluator:
    """Runs `measure` of its subclasses over a loader in evaluation mode and without gradients."""

    def __call__(self, model, loader):
        model.eval()
        with torch.inference_mode():
            return [self.measure(model, batch) for batch in loader]

    def measure(self, model, batch):
        raise NotImplementedError


class TopFive(Evaluator):
    def measure(self, model, batch):
        x, y = batch
        return (model(x).topk(5).indices == y.unsqueeze(1)).any(1).float().mean().item()


def saliency(model, image, label):
    """Which pixels move the score of a class: the gradient is what we are after."""
    model.eval()
    image = image.clone().requires_grad_(True)
    model(image.unsqueeze(0))[0, label].backward()
    return image.grad.abs().amax(0)
