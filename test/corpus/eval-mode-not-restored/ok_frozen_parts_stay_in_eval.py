"""Text-to-image fine-tuning: the VAE and text encoder stay in eval mode for good, only the UNet trains."""
import torch
import torch.nn.functional as F
from diffusers import AutoencoderKL, DDPMScheduler, UNet2DConditionModel
from transformers import CLIPTextModel


def train(loader, base, device, steps, validate_every=500):
    torch.manual_seed(0)
    noise_scheduler = DDPMScheduler.from_pretrained(base, subfolder="scheduler")
    vae = AutoencoderKL.from_pretrained(base, subfolder="vae").to(device)
    text_encoder = CLIPTextModel.from_pretrained(base, subfolder="text_encoder").to(device)
    unet = UNet2DConditionModel.from_pretrained(base, subfolder="unet").to(device)
    vae.requires_grad_(False)
    text_encoder.requires_grad_(False)
    vae.eval()
    text_encoder.eval()
    unet.train()
    optimizer = torch.optim.AdamW(unet.parameters(), lr=1e-5)

    for step, batch in zip(range(steps), loader):
        with torch.no_grad():
            latents = vae.encode(batch["pixels"].to(device)).latent_dist.sample() * vae.config.scaling_factor
            context = text_encoder(batch["ids"].to(device))[0]
        noise = torch.randn_like(latents)
        t = torch.randint(0, noise_scheduler.config.num_train_timesteps, (len(latents),), device=device)
        predicted = unet(noise_scheduler.add_noise(latents, noise, t), t, context).sample
        loss = F.mse_loss(predicted, noise)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % validate_every == 0:
            unet.eval()
            with torch.no_grad():
                check = unet(torch.randn_like(latents), t, context).sample
            print(step, check.std().item())
            unet.train()
