import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence
from torch.utils.data import DataLoader

PAD_ID, IGNORED = 0, -100


def collate(rows):
    ids = [torch.tensor(r["ids"]) for r in rows]
    inputs = pad_sequence([i[:-1] for i in ids], batch_first=True, padding_value=PAD_ID)
    labels = pad_sequence([i[1:] for i in ids], batch_first=True, padding_value=IGNORED)
    return inputs, labels


def train(model, rows, epochs, lr=1e-3):
    torch.manual_seed(41)
    loader = DataLoader(rows, batch_size=32, shuffle=True, collate_fn=collate)
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    for _ in range(epochs):
        model.train()
        for inputs, labels in loader:
            optimizer.zero_grad()
            criterion(model(inputs).flatten(0, 1), labels.flatten()).backward()
            optimizer.step()
    return model
