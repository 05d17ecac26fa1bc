import json

from langchain_openai import ChatOpenAI
from openai import OpenAI
from pydantic import BaseModel

client = OpenAI(timeout=30)
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, max_tokens=300, timeout=20)


class Address(BaseModel):
    street: str
    town: str


def address(text: str) -> Address:
    completion = client.chat.completions.parse(
        model="gpt-4o-2024-08-06",
        temperature=0,
        max_tokens=200,
        messages=[
            {"role": "system", "content": "Find the address."},
            {"role": "user", "content": text},
        ],
        response_format=Address,
    )
    return completion.choices[0].message.parsed


def town(text: str) -> str:
    return llm.with_structured_output(Address).invoke([("system", "Find the address."), ("human", text)]).town


def loose(text: str) -> dict:
    completion = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        temperature=0,
        max_tokens=200,
        messages=[
            {"role": "system", "content": "Answer with a JSON object of street and town."},
            {"role": "user", "content": text},
        ],
        response_format={"type": "json_object"},
    )
    return json.loads(completion.choices[0].message.content)
