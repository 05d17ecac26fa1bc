import torch
from torch import nn
from torch.nn.utils.rnn import pad_sequence


def collate(rows):
    ids, labels = zip(*rows)
    return {
        "ids": pad_sequence(ids, batch_first=True, padding_value=1),
        "labels": pad_sequence(labels, batch_first=True, padding_value=-100),
    }


def ner_epoch(encoder, head, loader, opt, entities):
    criterion = nn.CrossEntropyLoss()
    encoder.train()
    head.train()
    for batch in loader:
        scores = head(encoder(batch["ids"]))
        loss = criterion(scores.view(-1, entities), batch["labels"].view(-1))
        opt.zero_grad()
        loss.backward()
        opt.step()


def train(encoder, head, dataset, entities, epochs=3):
    loader = torch.utils.data.DataLoader(dataset, batch_size=16, shuffle=True, collate_fn=collate)
    opt = torch.optim.AdamW([*encoder.parameters(), *head.parameters()], lr=3e-5)
    for _ in range(epochs):
        ner_epoch(encoder, head, loader, opt, entities)
