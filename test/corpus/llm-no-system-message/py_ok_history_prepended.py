from openai import OpenAI

client = OpenAI(timeout=20)


class Conversation:
    def __init__(self, purpose: str) -> None:
        self.turns = [{"role": "system", "content": purpose}]

    def say(self, text: str) -> str:
        completion = client.chat.completions.create(
            model="gpt-4.1-mini-2025-04-14",
            temperature=0.5,
            max_tokens=300,
            messages=[*self.turns, {"role": "user", "content": text}],
        )
        answer = completion.choices[0].message.content or ""
        self.turns += [{"role": "user", "content": text}, {"role": "assistant", "content": answer}]
        return answer
