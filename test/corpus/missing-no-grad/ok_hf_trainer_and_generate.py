import evaluate
import numpy as np
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
    set_seed,
)


def main(train_dataset, eval_dataset, prompts):
    set_seed(13)
    tokenizer = AutoTokenizer.from_pretrained("t5-small")
    model = AutoModelForSeq2SeqLM.from_pretrained("t5-small")
    rouge = evaluate.load("rouge")

    def compute_metrics(prediction):
        labels = np.where(prediction.label_ids != -100, prediction.label_ids, tokenizer.pad_token_id)
        decoded = tokenizer.batch_decode(prediction.predictions, skip_special_tokens=True)
        return rouge.compute(predictions=decoded, references=tokenizer.batch_decode(labels, skip_special_tokens=True))

    args = Seq2SeqTrainingArguments("out", predict_with_generate=True, num_train_epochs=3, learning_rate=3e-4)
    trainer = Seq2SeqTrainer(
        model=model,
        args=args,
        train_dataset=train_dataset,
        eval_dataset=eval_dataset,
        data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
        compute_metrics=compute_metrics,
    )
    trainer.train()
    print(trainer.evaluate())

    # generate() turns gradients off itself.
    model.eval()
    batch = tokenizer(prompts, return_tensors="pt", padding=True).to(model.device)
    print(tokenizer.batch_decode(model.generate(**batch, max_new_tokens=40), skip_special_tokens=True))
