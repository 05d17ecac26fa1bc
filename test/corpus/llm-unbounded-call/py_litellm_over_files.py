from pathlib import Path

import litellm

SYSTEM = "You correct spelling and change nothing else."


def correct_all(folder: Path, out: Path) -> None:
    out.mkdir(exist_ok=True)
    for path in sorted(folder.glob("*.txt")):
        response = litellm.completion(  # must: llm-unbounded-call
            model="gpt-4.1-2025-04-14",
            temperature=0,
            messages=[
                {"role": "system", "content": SYSTEM},
                {"role": "user", "content": path.read_text(encoding="utf-8")},
            ],
        )
        (out / path.name).write_text(response.choices[0].message.content, encoding="utf-8")


correct_all(Path("letters"), Path("corrected"))
