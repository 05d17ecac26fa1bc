"""The network is in eval mode and never trained; the image is what is optimised."""
import torch
import torch.nn.functional as F
from torchvision.models import VGG19_Weights, vgg19


def gram(x):
    b, c, h, w = x.shape
    f = x.view(b, c, h * w)
    return f @ f.transpose(1, 2) / (c * h * w)


def features(cnn, x, layers):
    out = {}
    for name, layer in cnn.named_children():
        x = layer(x)
        if name in layers:
            out[name] = x
    return out


def transfer(content, style, steps=300, style_weight=1e6):
    cnn = vgg19(weights=VGG19_Weights.DEFAULT).features.eval()
    cnn.requires_grad_(False)
    style_layers, content_layers = {"0", "5", "10", "19", "28"}, {"21"}
    with torch.no_grad():
        want_style = {k: gram(v) for k, v in features(cnn, style, style_layers).items()}
        want_content = features(cnn, content, content_layers)

    image = content.clone().requires_grad_(True)
    optimizer = torch.optim.LBFGS([image])
    step = 0
    while step < steps:

        def closure():
            nonlocal step
            optimizer.zero_grad()
            got = features(cnn, image, style_layers | content_layers)
            loss = sum(F.mse_loss(got[k], want_content[k]) for k in content_layers)
            loss = loss + style_weight * sum(F.mse_loss(gram(got[k]), want_style[k]) for k in style_layers)
            loss.backward()
            step += 1
            return loss

        optimizer.step(closure)
    return image.detach().clamp(0, 1)
