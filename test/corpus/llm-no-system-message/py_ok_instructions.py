from google import genai
from google.genai import types
from openai import OpenAI

openai_client = OpenAI(timeout=20)
google_client = genai.Client()


def short(text: str) -> str:
    response = openai_client.responses.create(
        model="gpt-4.1-2025-04-14",
        instructions="Shorten the text to one sentence.",
        input=[{"role": "user", "content": text}],
        max_output_tokens=80,
    )
    return response.output_text


def long(text: str) -> str:
    response = google_client.models.generate_content(
        model="gemini-2.0-flash-001",
        contents=[{"role": "user", "parts": [{"text": text}]}],
        config=types.GenerateContentConfig(system_instruction="Explain the sentence at length.", max_output_tokens=500),
    )
    return response.text
