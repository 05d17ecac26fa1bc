import torch.nn.functional as F


def conv_relu(conv, x):
    return F.relu(conv(x), inplace=True)
