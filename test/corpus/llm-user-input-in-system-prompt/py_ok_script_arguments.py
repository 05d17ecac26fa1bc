from datetime import date
from pathlib import Path

from openai import OpenAI

client = OpenAI(timeout=20)
RULES = Path("prompts/rules.md").read_text(encoding="utf-8")


def system_prompt(today: date) -> str:
    return f"{RULES}\n\nToday is {today.isoformat()}."


def answer(question: str) -> str:
    completion = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        temperature=0.1,
        max_tokens=250,
        messages=[
            {"role": "system", "content": system_prompt(date.today())},
            {"role": "user", "content": question},
        ],
    )
    return completion.choices[0].message.content or ""


if __name__ == "__main__":
    print(answer(input("Question: ")))
