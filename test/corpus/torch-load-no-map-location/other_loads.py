"""Loads of other kinds beside a device that is chosen: joblib, numpy, safetensors, from_pretrained."""
import joblib
import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from transformers import AutoModel

device = "cuda" if torch.cuda.is_available() else "cpu"

scaler = joblib.load("scaler.joblib")
words = np.load("words.npy")
trunk = AutoModel.from_pretrained("bert-base-uncased", revision="86b5e09").to(device).eval()
head = nn.Linear(trunk.config.hidden_size, 3)
head.load_state_dict(load_file("head.safetensors"))
head.to(device).eval()


@torch.no_grad()
def classify(ids, mask):
    ids, mask = torch.as_tensor(ids).to(device), torch.as_tensor(mask).to(device)
    first = trunk(ids, attention_mask=mask).last_hidden_state[:, 0]
    return words[head(first).argmax(1).cpu().numpy()]
