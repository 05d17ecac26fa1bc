import json
from collections.abc import Iterator

from openai import OpenAI

client = OpenAI(timeout=30)


def events(lines: list[str]) -> list[dict]:
    found = []
    for line in lines:
        try:
            found.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return found


def commentary(lines: list[str]) -> Iterator[str]:
    stream = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        stream=True,
        max_tokens=800,
        temperature=0.7,
        messages=[
            {"role": "system", "content": "You comment on a football match."},
            {"role": "user", "content": json.dumps(events(lines))},
        ],
    )
    for chunk in stream:
        if chunk.choices:
            yield chunk.choices[0].delta.content or ""
