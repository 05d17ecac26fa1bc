import csv
from pathlib import Path

from anthropic import Anthropic

client = Anthropic()


def translate(text: str) -> str:
    message = client.messages.create(
        model="claude-3-5-haiku-20241022",
        max_tokens=400,
        temperature=0,
        system="Translate into Finnish.",
        messages=[{"role": "user", "content": text}],
    )
    return message.content[0].text


def main(source: Path, target: Path) -> None:
    with source.open(encoding="utf-8", newline="") as rows, target.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        for key, text in csv.reader(rows):
            writer.writerow([key, translate(text)])


main(Path("texts.csv"), Path("texts-fi.csv"))
