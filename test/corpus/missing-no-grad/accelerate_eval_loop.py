import torch
from accelerate import Accelerator
from accelerate.utils import set_seed
from transformers import AutoModelForTokenClassification


def main(train_dataloader, eval_dataloader, num_labels, epochs=3):
    set_seed(7)
    accelerator = Accelerator(gradient_accumulation_steps=2)
    model = AutoModelForTokenClassification.from_pretrained("bert-base-cased", num_labels=num_labels)
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-5)
    model, optimizer, train_dataloader, eval_dataloader = accelerator.prepare(
        model, optimizer, train_dataloader, eval_dataloader
    )
    for epoch in range(epochs):
        model.train()
        for batch in train_dataloader:
            with accelerator.accumulate(model):
                loss = model(**batch).loss
                accelerator.backward(loss)
                optimizer.step()
                optimizer.zero_grad()

        model.eval()
        right = total = 0
        for batch in eval_dataloader:
            outputs = model(**batch)  # must: missing-no-grad
            predictions = outputs.logits.argmax(dim=-1)
            predictions, references = accelerator.gather_for_metrics((predictions, batch["labels"]))
            keep = references != -100
            right += (predictions[keep] == references[keep]).sum().item()
            total += keep.sum().item()
        accelerator.print(f"epoch {epoch}: {right / total:.4f}")
