from anthropic import AsyncAnthropic
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
client = AsyncAnthropic()


class Turn(BaseModel):
    style: str
    text: str


@app.post("/rewrite")
async def rewrite(turn: Turn) -> dict:
    message = await client.messages.create(
        model="claude-3-5-sonnet-20241022",
        max_tokens=800,
        system="You rewrite texts. Do not add facts. Style: " + turn.style,  # must: llm-user-input-in-system-prompt
        messages=[{"role": "user", "content": turn.text}],
    )
    return {"text": message.content[0].text}
