import argparse

import torch
from PIL import Image
from torchvision.models import ResNet18_Weights, resnet18


class GradCam:
    def __init__(self, model, layer):
        self.model = model.eval()
        self.maps = None
        self.grads = None
        layer.register_forward_hook(self._keep_maps)
        layer.register_full_backward_hook(self._keep_grads)

    def _keep_maps(self, module, inputs, output):
        self.maps = output.detach()

    def _keep_grads(self, module, grad_in, grad_out):
        self.grads = grad_out[0].detach()

    def __call__(self, x, index=None):
        logits = self.model(x)
        index = logits.argmax(1).item() if index is None else index
        self.model.zero_grad()
        logits[0, index].backward()
        weights = self.grads.mean(dim=(2, 3), keepdim=True)
        return torch.relu((weights * self.maps).sum(1)), index


def input_gradient(model, x):
    model.eval()
    x = x.clone().requires_grad_(True)
    score = model(x).max(dim=1).values.sum()
    score.backward()
    return x.grad.abs().amax(dim=1)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("image")
    options = parser.parse_args()
    weights = ResNet18_Weights.DEFAULT
    net = resnet18(weights=weights)
    batch = weights.transforms()(Image.open(options.image)).unsqueeze(0)
    cam, predicted = GradCam(net, net.layer4[-1])(batch)
    print(weights.meta["categories"][predicted], cam.shape, input_gradient(net, batch).shape)
