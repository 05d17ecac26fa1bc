# main
from dialogues import speaker_tags, turn_loader
from setup import adamw, load


def main(name="t5-small", epochs=3):
    tokenizer, model = load(name)
    optimizer = adamw(model, 3e-4)
    tokenizer.add_special_tokens({"additional_special_tokens": speaker_tags()})
    model.resize_token_embeddings(len(tokenizer))  # must: model-moved-after-optimizer
    model.train()
    for _ in range(epochs):
        for batch in turn_loader(tokenizer):
            loss = model(**batch).loss
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    model.save_pretrained("dialogue-t5")


if __name__ == "__main__":
    main()
