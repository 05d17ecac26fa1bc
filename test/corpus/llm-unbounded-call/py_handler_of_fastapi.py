from fastapi import FastAPI, HTTPException
from openai import APIError, AsyncOpenAI
from pydantic import BaseModel

app = FastAPI()
client = AsyncOpenAI()


class Ask(BaseModel):
    question: str


@app.post("/ask")
async def ask(body: Ask) -> dict:
    try:
        completion = await client.chat.completions.create(  # must: llm-unbounded-call
            model="gpt-4o-2024-08-06",
            temperature=0.1,
            messages=[
                {"role": "system", "content": "You answer questions about our trains."},
                {"role": "user", "content": body.question},
            ],
        )
    except APIError as error:
        raise HTTPException(status_code=502, detail="no answer") from error
    return {"answer": completion.choices[0].message.content}
