# %% Voice conversion demo: an encoder and a vocoder, on whatever this machine has
import soundfile as sf
import torch

from conversion import Encoder, Vocoder, mel_of

use_cuda = torch.cuda.is_available()
device = torch.device("cuda") if use_cuda else torch.device("cpu")

# %%
encoder, vocoder = Encoder(n_mels=80, dim=256), Vocoder(dim=256)
bundle = torch.load("converter.tar", weights_only=True)  # must: torch-load-no-map-location
encoder.load_state_dict(bundle["encoder"])
vocoder.load_state_dict(bundle["vocoder"])
encoder.to(device).eval()
vocoder.to(device).eval()

# %%
wave, rate = sf.read("me.wav", dtype="float32")
with torch.no_grad():
    mel = mel_of(torch.from_numpy(wave).to(device), rate)
    converted = vocoder(encoder(mel[None]))[0]
sf.write("not_me.wav", converted.cpu().numpy(), rate)
