import re
from dataclasses import dataclass

from anthropic import Anthropic


@dataclass(frozen=True)
class Rating:
    stars: int
    reason: str


class Rater:
    PATTERN = re.compile(r"Rating:\s*([1-5])\s*Reason:\s*(.+)", re.DOTALL)

    def __init__(self) -> None:
        self.client = Anthropic()

    def rate(self, answer: str) -> Rating:
        message = self.client.messages.create(  # must: llm-unstructured-output
            model="claude-3-5-sonnet-20241022",
            max_tokens=300,
            temperature=0,
            system="Rate the answer. Format:\nRating: 1-5\nReason: one sentence",
            messages=[{"role": "user", "content": answer}],
        )
        found = self.PATTERN.search(message.content[0].text)
        if found is None:
            raise ValueError("no rating in the answer")
        return Rating(stars=int(found.group(1)), reason=found.group(2).strip())
