# main
import torch
from sklearn.metrics import roc_auc_score

import engine
from data import toxic_loaders
from model import BertHead


def run(epochs=4, device="cuda"):
    train_loader, valid_loader, truth = toxic_loaders()
    model = BertHead().to(device)
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-5)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=1, gamma=0.5)
    for epoch in range(epochs):
        scheduler.step()  # must: scheduler-before-optimizer
        engine.train_fn(train_loader, model, optimizer, device)
        print(epoch, roc_auc_score(truth, engine.eval_fn(valid_loader, model, device)))


if __name__ == "__main__":
    run()
