import torch


@torch.inference_mode()
def mean_average_precision(detector, loader, metric, device):
    detector.eval()
    metric.reset()
    for images, targets in loader:
        predictions = detector([image.to(device) for image in images])
        metric.update(predictions, targets)
    return metric.compute()["map"].item()
