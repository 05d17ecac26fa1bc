"""Data from addresses and object stores; docs speak of "/home/you/data"."""
import re

import pandas as pd
import torch
from torchvision import models

SOURCE = "https://archive.example.org/home/data/abalone.csv"
BUCKET = "s3://team-bucket/home/raw/abalone.parquet"
LOGS = "gs://team-logs/Users/events"
DATE = re.compile(r"/(\d{4})/(\d{2})/")

frame = pd.read_csv(SOURCE)
frame.to_parquet(BUCKET)
print(DATE.search("/2021/05/part.csv"), LOGS)
torch.hub.set_dir("weights")
net = models.resnet18(weights="IMAGENET1K_V1").eval()
print(sum(p.numel() for p in net.parameters()))
