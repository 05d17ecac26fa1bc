import json

from google import genai
from google.genai import types
from openai import OpenAI

openai_client = OpenAI(timeout=180)
google_client = genai.Client()


def solve(puzzle: str) -> list[int]:
    """The model thinks before it answers and takes no temperature."""
    response = openai_client.chat.completions.create(
        model="o4-mini-2025-04-16",
        max_completion_tokens=8000,
        messages=[
            {"role": "developer", "content": 'Solve the puzzle. Answer {"numbers": [...]}'},
            {"role": "user", "content": puzzle},
        ],
        response_format={"type": "json_object"},
    )
    return json.loads(response.choices[0].message.content)["numbers"]


def town(address: str) -> str:
    response = google_client.models.generate_content(
        model="gemini-2.0-flash-001",
        contents=address,
        config=types.GenerateContentConfig(
            system_instruction="Find the town.",
            top_p=0.01,
            seed=5,
            max_output_tokens=50,
            response_mime_type="application/json",
            response_schema={"type": "OBJECT", "properties": {"town": {"type": "STRING"}}},
        ),
    )
    return json.loads(response.text)["town"]
