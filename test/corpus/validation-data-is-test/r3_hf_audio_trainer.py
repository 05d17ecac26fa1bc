import evaluate
import numpy as np
from datasets import Audio, load_dataset
from transformers import (
    AutoFeatureExtractor,
    AutoModelForAudioClassification,
    Trainer,
    TrainingArguments,
    set_seed,
)

BASE = "facebook/wav2vec2-base"


def main():
    set_seed(101)
    extractor = AutoFeatureExtractor.from_pretrained(BASE)
    calls = load_dataset("audiofolder", data_dir="bird_calls", split="train")
    calls = calls.cast_column("audio", Audio(sampling_rate=extractor.sampling_rate))
    calls = calls.train_test_split(test_size=0.2, seed=101, stratify_by_column="label")

    def encode(batch):
        sounds = [a["array"] for a in batch["audio"]]
        return extractor(sounds, sampling_rate=extractor.sampling_rate, max_length=16000 * 4, truncation=True)

    encoded = calls.map(encode, batched=True, remove_columns="audio")
    n_kinds = calls["train"].features["label"].num_classes
    f1 = evaluate.load("f1")

    def metrics(prediction):
        guess = np.argmax(prediction.predictions, axis=1)
        return f1.compute(predictions=guess, references=prediction.label_ids, average="macro")

    trainer = Trainer(
        model=AutoModelForAudioClassification.from_pretrained(BASE, num_labels=n_kinds),
        args=TrainingArguments("bird-model", eval_strategy="epoch", num_train_epochs=6, seed=101),
        train_dataset=encoded["train"],
        eval_dataset=encoded["test"],  # must: validation-data-is-test
        processing_class=extractor,
        compute_metrics=metrics,
    )
    trainer.train()
    print("final:", trainer.evaluate(encoded["test"]))


if __name__ == "__main__":
    main()
