import litellm
from anthropic import Anthropic
from openai import OpenAI

OPENAI_MODEL = "gpt-4o-2024-08-06"
CLAUDE_MODEL = "claude-3-5-sonnet-20241022"
SYSTEM = "You answer in one sentence."


def ask_openai(question: str) -> str:
    response = OpenAI(timeout=20).responses.create(
        model=OPENAI_MODEL, instructions=SYSTEM, input=question, max_output_tokens=100
    )
    return response.output_text


def ask_claude(question: str) -> str:
    message = Anthropic().messages.create(
        model=CLAUDE_MODEL, max_tokens=100, system=SYSTEM, messages=[{"role": "user", "content": question}]
    )
    return message.content[0].text


def ask_any(question: str) -> str:
    turns = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}]
    response = litellm.completion(model="anthropic/claude-3-5-haiku-20241022", messages=turns, max_tokens=100, timeout=20)
    return response.choices[0].message.content
