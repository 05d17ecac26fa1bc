"""Write predictions of a trained model for a submission."""
import argparse

import numpy as np
import pandas as pd
import timm
import torch
from torch.utils.data import DataLoader


def predict(model, loader, device):
    model.eval()
    outputs = []
    for images in loader:
        logits = model(images.to(device))  # must: missing-no-grad
        outputs.append(logits.softmax(dim=1).detach().cpu().numpy())
    return np.concatenate(outputs)


def main(dataset):
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", required=True)
    parser.add_argument("--arch", default="tf_efficientnet_b3")
    parser.add_argument("--batch", type=int, default=64)
    args = parser.parse_args()

    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = timm.create_model(args.arch, pretrained=False, num_classes=5)
    model.load_state_dict(torch.load(args.weights, map_location="cpu", weights_only=True))
    model.to(device)
    probs = predict(model, DataLoader(dataset, batch_size=args.batch), device)
    frame = pd.DataFrame({"image_id": dataset.names, "label": probs.argmax(1)})
    frame.to_csv("submission.csv", index=False)
