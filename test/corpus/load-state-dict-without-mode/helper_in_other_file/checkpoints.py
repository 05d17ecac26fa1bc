import torch


def restore(model, path):
    """Puts the weights of a checkpoint into a model; says nothing about its mode."""
    checkpoint = torch.load(path, map_location="cpu", weights_only=True)
    model.load_state_dict(checkpoint["model"])
    return checkpoint.get("epoch", 0)
