import torch
import torch.nn.functional as F
from accelerate import Accelerator
from accelerate.utils import set_seed


def main(unet, text_encoder, scheduler, dataloader, epochs=10):
    set_seed(7)
    accelerator = Accelerator(gradient_accumulation_steps=4, mixed_precision="bf16")
    text_encoder.requires_grad_(False).eval()
    optimizer = torch.optim.AdamW(unet.parameters(), lr=1e-5)
    unet, optimizer, dataloader = accelerator.prepare(unet, optimizer, dataloader)
    for _ in range(epochs):
        unet.train()
        for step, batch in enumerate(dataloader):
            with accelerator.accumulate(unet):
                latents = batch["latents"]
                noise = torch.randn_like(latents)
                t = torch.randint(0, scheduler.config.num_train_timesteps, (latents.size(0),), device=latents.device)
                with torch.no_grad():
                    states = text_encoder(batch["input_ids"])[0]
                pred = unet(scheduler.add_noise(latents, noise, t), t, states).sample
                loss = F.mse_loss(pred, noise)
                accelerator.backward(loss)
                optimizer.step()
                optimizer.zero_grad()
            if (step + 1) % 500 == 0:
                accelerator.print(step, loss.item())
