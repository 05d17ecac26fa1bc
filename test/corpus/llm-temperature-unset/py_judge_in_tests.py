import litellm
import pytest

QUESTIONS = [
    ("How many legs has a spider?", "8"),
    ("How many minutes has an hour?", "60"),
    ("How many sides has a hexagon?", "6"),
]


def ask(question: str) -> str:
    response = litellm.completion(  # must: llm-temperature-unset
        model="gpt-4o-2024-08-06",
        max_tokens=5,
        timeout=15,
        messages=[
            {"role": "system", "content": "Answer with a number only."},
            {"role": "user", "content": question},
        ],
    )
    return response.choices[0].message.content.strip()


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_numbers(question: str, expected: str) -> None:
    assert ask(question) == expected
