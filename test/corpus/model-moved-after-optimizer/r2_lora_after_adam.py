import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM


class Tuner:
    def __init__(self, name, lr=1e-4):
        self.model = AutoModelForCausalLM.from_pretrained(name)
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=lr)
        self._add_adapters()

    def _add_adapters(self, rank=8):
        config = LoraConfig(r=rank, lora_alpha=16, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM")
        self.model = get_peft_model(self.model, config)  # must: model-moved-after-optimizer

    def fit(self, loader, epochs=1):
        self.model.train()
        for _ in range(epochs):
            for batch in loader:
                loss = self.model(**batch).loss
                self.optimizer.zero_grad()
                loss.backward()
                self.optimizer.step()
