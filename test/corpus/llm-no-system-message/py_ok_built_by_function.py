from anthropic import Anthropic
from fastapi import FastAPI
from openai import OpenAI
from pydantic import BaseModel

from prompts import turns_for

app = FastAPI()
openai_client = OpenAI(timeout=20)
anthropic_client = Anthropic()


class Question(BaseModel):
    text: str


@app.post("/a")
def first(question: Question) -> dict:
    completion = openai_client.chat.completions.create(
        model="gpt-4o-2024-08-06", max_tokens=300, messages=turns_for(question.text)
    )
    return {"text": completion.choices[0].message.content}


@app.post("/b")
def second(question: Question) -> dict:
    message = anthropic_client.messages.create(
        model="claude-sonnet-4-20250514",
        max_tokens=300,
        system="You are the help of a swimming bath.",
        messages=[{"role": "user", "content": question.text}],
    )
    return {"text": message.content[0].text}
