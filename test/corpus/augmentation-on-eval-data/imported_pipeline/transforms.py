from torchvision import transforms

SIZE = 64


def train_transform():
    return transforms.Compose(
        [
            transforms.RandomAffine(degrees=10, translate=(0.1, 0.1)),
            transforms.RandomCrop(SIZE, padding=4),
            transforms.ToTensor(),
        ]
    )


def plain_transform():
    return transforms.Compose([transforms.CenterCrop(SIZE), transforms.ToTensor()])
