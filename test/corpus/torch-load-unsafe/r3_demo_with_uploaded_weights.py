import argparse
from pathlib import Path

import gradio as gr
import torch
from PIL import Image
from torchvision import transforms as T
from torchvision.models import efficientnet_b0

TO_TENSOR = T.Compose([T.Resize((224, 224)), T.ToTensor()])


class Demo:
    def __init__(self, labels, device):
        self.labels = labels
        self.device = torch.device(device)
        self.net = efficientnet_b0(num_classes=len(labels)).to(self.device).eval()

    def use_weights(self, upload):
        blob = Path(upload.name)
        checkpoint = torch.load(blob, map_location=self.device, weights_only=False)  # must: torch-load-unsafe
        weights = checkpoint.get("model", checkpoint)
        missing, unexpected = self.net.load_state_dict(weights, strict=False)
        self.net.eval()
        return f"{len(missing)} missing, {len(unexpected)} unexpected"

    @torch.inference_mode()
    def answer(self, image: Image.Image):
        chances = self.net(TO_TENSOR(image.convert("RGB"))[None].to(self.device))[0].softmax(-1)
        return {label: float(p) for label, p in zip(self.labels, chances)}


def page(demo):
    with gr.Blocks() as blocks:
        weights, status = gr.File(label="weights"), gr.Textbox()
        weights.upload(demo.use_weights, weights, status)
        gr.Interface(demo.answer, gr.Image(type="pil"), gr.Label(num_top_classes=3))
    return blocks


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("labels", type=Path)
    parser.add_argument("--device", default="cpu")
    args = parser.parse_args()
    page(Demo(args.labels.read_text().split(), args.device)).launch()
