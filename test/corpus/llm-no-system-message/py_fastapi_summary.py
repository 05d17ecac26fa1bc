from fastapi import FastAPI
from openai import AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI(timeout=20)


class Article(BaseModel):
    text: str


@app.post("/summary")
async def summary(article: Article) -> dict:
    completion = await client.chat.completions.create(
        model="gpt-4o-mini-2024-07-18",
        temperature=0.2,
        max_tokens=200,
        messages=[{"role": "user", "content": f"Summarise in three sentences:\n\n{article.text}"}],  # must: llm-no-system-message
    )
    return {"summary": completion.choices[0].message.content}
