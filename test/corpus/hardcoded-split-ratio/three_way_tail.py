import pandas as pd
from sklearn.model_selection import train_test_split


def write_parts(path, seed=2):
    """80/10/10, the way it is usually done: cut off a fifth and halve it."""
    whole = pd.read_json(path, lines=True)
    train, rest = train_test_split(whole, test_size=0.2, random_state=seed)
    valid, test = train_test_split(rest, test_size=0.5, random_state=seed)
    for name, part in {"train": train, "valid": valid, "test": test}.items():
        part.to_json(f"{name}.jsonl", orient="records", lines=True)
        print(name, len(part))


if __name__ == "__main__":
    write_parts("questions.jsonl")
