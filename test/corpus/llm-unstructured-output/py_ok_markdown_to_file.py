import json
import re
from pathlib import Path

from anthropic import Anthropic

client = Anthropic()


def report(path: Path) -> None:
    """The numbers come from a file of ours, the text of the model goes to a page as it is."""
    numbers = json.loads(path.read_text(encoding="utf-8"))
    month = re.sub(r"\W+", "-", numbers["month"])
    message = client.messages.create(
        model="claude-sonnet-4-20250514",
        max_tokens=900,
        temperature=0.3,
        system="Write a report on the numbers in Markdown.",
        messages=[{"role": "user", "content": json.dumps(numbers)}],
    )
    Path(f"report-{month}.md").write_text(message.content[0].text, encoding="utf-8")


report(Path("numbers.json"))
