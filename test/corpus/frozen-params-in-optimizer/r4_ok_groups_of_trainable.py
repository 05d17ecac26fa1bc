import torch
from transformers import AutoModelForSequenceClassification


def freeze_lower(model, layers):
    for module in [model.bert.embeddings, *model.bert.encoder.layer[:layers]]:
        for p in module.parameters():
            p.requires_grad = False


def parameter_groups(model, weight_decay):
    decay, plain = [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        (plain if name.endswith("bias") or "LayerNorm" in name else decay).append(p)
    return [{"params": decay, "weight_decay": weight_decay}, {"params": plain, "weight_decay": 0.0}]


def build(labels, lr=2e-5, weight_decay=0.01, frozen_layers=8):
    torch.manual_seed(40)
    model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased", num_labels=labels)
    freeze_lower(model, frozen_layers)
    return model, torch.optim.AdamW(parameter_groups(model, weight_decay), lr=lr)
