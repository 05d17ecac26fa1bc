from dataclasses import dataclass

from openai import OpenAI


@dataclass
class Summary:
    title: str
    text: str


class Summariser:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=30)
        self.model = "gpt-4o"  # must: llm-model-unpinned

    def run(self, title: str, body: str) -> Summary:
        completion = self.client.chat.completions.create(
            model=self.model,
            temperature=0.2,
            max_tokens=250,
            messages=[
                {"role": "system", "content": "Sum up in five sentences."},
                {"role": "user", "content": body},
            ],
        )
        return Summary(title=title, text=completion.choices[0].message.content or "")
