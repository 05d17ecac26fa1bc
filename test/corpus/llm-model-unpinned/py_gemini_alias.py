from google import genai
from google.genai import types

client = genai.Client(http_options=types.HttpOptions(timeout=20_000))


def caption(image: bytes) -> str:
    response = client.models.generate_content(
        model="gemini-1.5-pro",  # must: llm-model-unpinned
        contents=[types.Part.from_bytes(data=image, mime_type="image/jpeg"), "Describe the picture."],
        config=types.GenerateContentConfig(
            system_instruction="You write texts for people who cannot see the picture.",
            temperature=0.2,
            max_output_tokens=120,
        ),
    )
    return response.text
