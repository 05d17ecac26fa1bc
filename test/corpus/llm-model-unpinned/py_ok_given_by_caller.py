import argparse
import os
from pathlib import Path

from anthropic import Anthropic


def explain(path: Path, model: str, limit: int) -> str:
    message = Anthropic().messages.create(
        model=model,
        max_tokens=limit,
        temperature=0,
        system="Explain the program to somebody who is new to it.",
        messages=[{"role": "user", "content": path.read_text(encoding="utf-8")}],
    )
    return message.content[0].text


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--model", default=os.environ.get("EXPLAIN_MODEL"), required="EXPLAIN_MODEL" not in os.environ)
    parser.add_argument("--limit", type=int, default=700)
    arguments = parser.parse_args()
    print(explain(arguments.path, arguments.model, arguments.limit))
