import pickle

import torch
from huggingface_hub import hf_hub_download


class Zoo:
    def __init__(self, repo, revision):
        self.repo = repo
        self.revision = revision

    def path(self, name):
        return hf_hub_download(self.repo, name, revision=self.revision)

    def whole_model(self, name):
        return torch.load(self.path(name), pickle_module=pickle, weights_only=False)  # must: torch-load-unsafe

    def weights(self, name):
        return torch.load(self.path(name), map_location="cpu", weights_only=True)


def restore(model, zoo):
    model.load_state_dict(zoo.weights("weights.pt"))
    return model.eval()
