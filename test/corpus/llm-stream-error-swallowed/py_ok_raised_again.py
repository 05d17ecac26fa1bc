import contextlib
import os

from anthropic import Anthropic, APIStatusError


class StreamBroken(RuntimeError):
    """What came so far is in `partial`."""

    def __init__(self, partial: str) -> None:
        super().__init__("the stream broke off")
        self.partial = partial


def tell(question: str) -> str:
    with contextlib.suppress(FileNotFoundError):
        os.remove("last-answer.txt")
    parts: list[str] = []
    try:
        with Anthropic().messages.stream(
            model="claude-3-5-haiku-20241022",
            max_tokens=600,
            system="You tell of old ships.",
            messages=[{"role": "user", "content": question}],
        ) as stream:
            parts.extend(stream.text_stream)
    except APIStatusError as error:
        raise StreamBroken("".join(parts)) from error
    return "".join(parts)
