from langchain_anthropic import ChatAnthropic
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, Field


class Grade(BaseModel):
    points: int = Field(ge=0, le=10)
    reason: str


strict = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, max_tokens=300, timeout=30)
second = ChatAnthropic(model_name="claude-3-5-haiku-20241022", temperature=0.0, max_tokens_to_sample=300, timeout=30, stop=None)


def grade(essay: str) -> float:
    turns = [("system", "You grade essays."), ("human", essay)]
    first = strict.with_structured_output(Grade).invoke(turns)
    other = second.with_structured_output(Grade).invoke(turns)
    return (first.points + other.points) / 2
