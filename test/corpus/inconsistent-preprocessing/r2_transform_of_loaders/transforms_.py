from torchvision import transforms as T

MEAN, STD = [0.507, 0.487, 0.441], [0.267, 0.256, 0.276]


def train_transform():
    return T.Compose([T.RandomCrop(32, padding=4), T.RandomHorizontalFlip(), T.ToTensor(), T.Normalize(MEAN, STD)])
