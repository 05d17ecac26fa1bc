from collections.abc import Iterator

from openai import OpenAI

client = OpenAI(timeout=30)


def words(question: str) -> Iterator[str]:
    try:
        stream = client.chat.completions.create(
            model="gpt-4o-2024-08-06",
            stream=True,
            temperature=0.3,
            max_tokens=500,
            messages=[
                {"role": "system", "content": "You explain birds."},
                {"role": "user", "content": question},
            ],
        )
        for chunk in stream:
            if chunk.choices and chunk.choices[0].delta.content:
                yield chunk.choices[0].delta.content
    except Exception:  # must: llm-stream-error-swallowed
        pass
