import json

from openai import OpenAI

client = OpenAI(timeout=20, max_retries=2)

LABELS = ["positive", "neutral", "negative"]
SCHEMA = {
    "type": "json_schema",
    "json_schema": {
        "name": "label",
        "strict": True,
        "schema": {
            "type": "object",
            "properties": {"label": {"type": "string", "enum": LABELS}},
            "required": ["label"],
            "additionalProperties": False,
        },
    },
}


def label(review: str) -> str:
    completion = client.chat.completions.create(  # must: llm-temperature-unset
        model="gpt-4o-mini-2024-07-18",
        max_tokens=20,
        messages=[
            {"role": "system", "content": "Label the review."},
            {"role": "user", "content": review},
        ],
        response_format=SCHEMA,
    )
    return json.loads(completion.choices[0].message.content)["label"]


def agreement(path: str) -> float:
    with open(path, encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return sum(label(row["text"]) == row["label"] for row in rows) / len(rows)


if __name__ == "__main__":
    print("agreement:", agreement("evals/reviews.jsonl"))
