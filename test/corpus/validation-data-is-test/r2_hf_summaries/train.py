# main
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
    set_seed,
)

from data import summaries

CHECKPOINT = "t5-small"
REVISION = "df1b051c49625cf57a3d0d8d3863ed4d13564fe4"


def main():
    set_seed(22)
    tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT, revision=REVISION)
    model = AutoModelForSeq2SeqLM.from_pretrained(CHECKPOINT, revision=REVISION)
    train_set, test_set = summaries(tokenizer, 1024, 128)
    args = Seq2SeqTrainingArguments("bills", num_train_epochs=3, eval_strategy="epoch", seed=22)
    trainer = Seq2SeqTrainer(
        model=model,
        args=args,
        train_dataset=train_set,
        eval_dataset=test_set,  # must: validation-data-is-test
        data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
    )
    trainer.train()
    final = trainer.evaluate(test_set)
    print("final loss on the test bills:", final["eval_loss"])


if __name__ == "__main__":
    main()
