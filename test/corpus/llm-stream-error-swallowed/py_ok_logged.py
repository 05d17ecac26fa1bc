import logging
from collections.abc import Iterator

from openai import APIError, OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)


def words(question: str) -> Iterator[str]:
    stream = client.chat.completions.create(
        model="gpt-4o-mini-2024-07-18",
        stream=True,
        max_tokens=500,
        messages=[
            {"role": "system", "content": "You explain stars."},
            {"role": "user", "content": question},
        ],
    )
    try:
        for chunk in stream:
            yield chunk.choices[0].delta.content or ""
    except APIError:
        log.exception("the answer broke off")
        yield "\n[The answer broke off. Please ask again.]"
