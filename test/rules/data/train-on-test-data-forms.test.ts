import rule from "../../../src/rules/data/train-on-test-data.js";
import { expectFindings } from "../expect-findings.js";

describe("train-on-test-data, by form", () => {
  it("follows batches that are handed on by their keys", () => {
    const trained = (loader: string): string => `import torch
from accelerate import Accelerator
from torch.utils.data import DataLoader
from transformers import AutoModelForImageClassification
from datasets import load_dataset

accelerator = Accelerator()
data = load_dataset("beans")
train_loader = DataLoader(data["train"], batch_size=8, shuffle=True)
test_loader = DataLoader(data["test"], batch_size=8)
net = AutoModelForImageClassification.from_pretrained("google/vit-base-patch16-224")
optimizer = torch.optim.AdamW(net.parameters())
net, optimizer, train_loader, test_loader = accelerator.prepare(net, optimizer, train_loader, test_loader)
for epoch in range(2):
    for inputs in ${loader}:
        optimizer.zero_grad()
        out = net(**inputs)
        accelerator.backward(out.loss)
        optimizer.step()
net.eval()
for inputs in test_loader:
    with torch.no_grad():
        print(net(**inputs).loss)
`;
    const swapped = trained("test_loader").replace("test_loader:\n", "test_loader:\n                  ~~~~~~~~~~~\n");
    expectFindings(rule, swapped);
    expectFindings(rule, trained("train_loader"));
  });
});
