import asyncio

from openai import AsyncOpenAI

OPTIONS = {"model": "gpt-4.1-mini-2025-04-14", "temperature": 0, "max_tokens": 150}


async def main(questions: list[str]) -> list[str]:
    client = AsyncOpenAI()
    gate = asyncio.Semaphore(4)

    async def one(question: str) -> str:
        async with gate:
            completion = await client.chat.completions.create(
                **OPTIONS,
                messages=[
                    {"role": "system", "content": "You answer shortly."},
                    {"role": "user", "content": question},
                ],
            )
        return completion.choices[0].message.content or ""

    return await asyncio.gather(*(one(question) for question in questions))


if __name__ == "__main__":
    print(asyncio.run(main(["What is a moor?", "What is a heath?"])))
