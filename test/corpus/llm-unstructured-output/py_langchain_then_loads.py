import json

from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o-mini-2024-07-18", temperature=0, max_tokens=400, timeout=20)


def entities(text: str) -> dict:
    reply = llm.invoke(  # must: llm-unstructured-output
        [
            SystemMessage(content='Answer with JSON: {"people": [], "places": []}'),
            HumanMessage(content=text),
        ]
    )
    return json.loads(reply.content)


if __name__ == "__main__":
    print(entities("Ada met Charles in London."))
