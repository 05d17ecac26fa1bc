import albumentations as A
from albumentations.pytorch import ToTensorV2


def training(size):
    return A.Compose([A.RandomCrop(size, size), A.HorizontalFlip(p=0.5), A.RandomBrightnessContrast(), A.Normalize(), ToTensorV2()])


def plain(size):
    return A.Compose([A.CenterCrop(size, size), A.Normalize(), ToTensorV2()])
