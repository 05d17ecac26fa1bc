import json

from openai import OpenAI

client = OpenAI(timeout=30)
TOOL = {
    "type": "function",
    "function": {
        "name": "book",
        "parameters": {
            "type": "object",
            "properties": {"room": {"type": "string"}, "hours": {"type": "integer"}},
            "required": ["room", "hours"],
        },
    },
}


def booking(text: str) -> dict | None:
    completion = client.chat.completions.create(
        model="gpt-4.1-mini-2025-04-14",
        temperature=0,
        max_tokens=100,
        messages=[
            {"role": "system", "content": "Book the room that the user wants."},
            {"role": "user", "content": text},
        ],
        tools=[TOOL],
    )
    calls = completion.choices[0].message.tool_calls or []
    return json.loads(calls[0].function.arguments) if calls else None
