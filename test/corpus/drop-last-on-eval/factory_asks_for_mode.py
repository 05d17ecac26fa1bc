from torch.utils.data import DataLoader
from torchvision import transforms
from torchvision.datasets import ImageFolder


def get_loader(cfg, split):
    is_train = split == "train"
    steps = [transforms.RandomResizedCrop(cfg["size"]), transforms.RandomHorizontalFlip()] if is_train else [
        transforms.Resize(cfg["size"]),
        transforms.CenterCrop(cfg["size"]),
    ]
    dataset = ImageFolder(f"{cfg['root']}/{split}", transforms.Compose(steps + [transforms.ToTensor()]))
    return DataLoader(
        dataset,
        batch_size=cfg["batch_size"] if is_train else 2 * cfg["batch_size"],
        shuffle=is_train,
        drop_last=is_train,
        num_workers=cfg["workers"],
    )


def get_loaders(cfg):
    return {split: get_loader(cfg, split) for split in ("train", "val", "test")}
