from enum import Enum

from anthropic import Anthropic
from fastapi import FastAPI
from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    company: str = "Acme"


class Tone(str, Enum):
    friendly = "friendly"
    formal = "formal"


SENTENCES = {Tone.friendly: "Be warm and use short words.", Tone.formal: "Use formal language."}

app = FastAPI()
settings = Settings()
client = Anthropic()


class Mail(BaseModel):
    tone: Tone = Tone.friendly
    words: int = Field(default=80, ge=20, le=200)
    text: str


@app.post("/reply")
def reply(mail: Mail) -> dict:
    message = client.messages.create(
        model="claude-3-5-haiku-20241022",
        max_tokens=500,
        system=f"You write for {settings.company}. {SENTENCES[mail.tone]} At most {mail.words} words.",
        messages=[{"role": "user", "content": mail.text}],
    )
    return {"text": message.content[0].text}
