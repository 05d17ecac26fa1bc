# main
import torch
from torch.utils.data import DataLoader, TensorDataset

from models import Unet, dice_loss


def main(path="cells.pt", epochs=60):
    torch.manual_seed(60)
    slides = torch.load(path, map_location="cpu", weights_only=True)
    loader = DataLoader(TensorDataset(slides["image"], slides["mask"]), batch_size=8, shuffle=True)
    net = Unet().to("cuda")
    optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
    scaler = torch.amp.GradScaler("cuda")
    for epoch in range(epochs):
        net.train()
        for image, mask in loader:
            optimizer.zero_grad(set_to_none=True)
            with torch.autocast("cuda", dtype=torch.float16):
                logits = net(image.cuda())
            loss = dice_loss(logits.float(), mask.cuda())
            loss.backward()  # must: amp-misuse
            scaler.step(optimizer)
            scaler.update()
        print(epoch, loss.item())
    torch.save(net.state_dict(), "unet.pt")


if __name__ == "__main__":
    main()
