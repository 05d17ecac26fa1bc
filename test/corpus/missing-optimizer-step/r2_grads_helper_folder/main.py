# main
import torch

from grads import clear, clip
from speech import Tacotron, ljspeech


def main(epochs=100):
    model = Tacotron()
    model.train()
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3, weight_decay=1e-6)
    for epoch in range(epochs):
        for text, mel in ljspeech("train"):
            clear(optimizer)
            loss = torch.nn.functional.l1_loss(model(text, mel), mel)
            loss.backward()  # must: missing-optimizer-step
            clip(model, 1.0)
        print(epoch, loss.item())


if __name__ == "__main__":
    main()
