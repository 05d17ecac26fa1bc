import torch
from peft import LoraConfig, get_peft_model
from transformers import AutoModelForCausalLM, AutoTokenizer

MODEL = "facebook/opt-350m"


def tune(loader, epochs=1, lr=2e-4):
    torch.manual_seed(10)
    model = AutoModelForCausalLM.from_pretrained(MODEL, torch_dtype=torch.bfloat16).to("cuda")
    optimizer = torch.optim.AdamW(model.parameters(), lr=lr)
    config = LoraConfig(r=8, lora_alpha=16, lora_dropout=0.05, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM")
    model = get_peft_model(model, config)  # must: model-moved-after-optimizer
    model.print_trainable_parameters()
    for epoch in range(epochs):
        model.train()
        for batch in loader:
            loss = model(**{k: v.to("cuda") for k, v in batch.items()}).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())
    model.save_pretrained("adapter")
    AutoTokenizer.from_pretrained(MODEL).save_pretrained("adapter")
