import json

from openai import OpenAI

client = OpenAI(timeout=30)
PROMPT = "Find all dates in the text. Return only JSON: a list of {date, event}."


def dates(text: str) -> list[dict]:
    completion = client.chat.completions.create(  # must: llm-unstructured-output
        model="gpt-4o-2024-08-06",
        temperature=0,
        max_tokens=600,
        messages=[
            {"role": "system", "content": PROMPT},
            {"role": "user", "content": text},
        ],
    )
    answer = completion.choices[0].message.content.strip()
    answer = answer.removeprefix("```json").removesuffix("```")
    return json.loads(answer)
