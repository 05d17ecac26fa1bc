import pandas as pd
import timm
import torch
from torch.utils.data import DataLoader

from dataset import LeafDataset

DEVICE = torch.device("cuda")
sub = pd.read_csv("sample_submission.csv")
loader = DataLoader(LeafDataset(sub.image_id), batch_size=16, num_workers=2)

model = timm.create_model("efficientnet_b3", num_classes=5)
model.load_state_dict(torch.load("fold0.pth", map_location="cpu", weights_only=True))
model.to(DEVICE).eval()

preds = []
for images in loader:
    images = images.to(DEVICE)
    p = model(images).softmax(dim=1)  # must: missing-no-grad
    preds += p.argmax(dim=1).tolist()
sub["label"] = preds
sub.to_csv("submission.csv", index=False)
