from langchain_anthropic import ChatAnthropic
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate

prompt = ChatPromptTemplate.from_messages(
    [
        ("system", "You translate into {language}."),
        ("human", "{text}"),
    ]
)
llm = ChatAnthropic(
    model="claude-3-5-sonnet-latest",  # must: llm-model-unpinned
    temperature=0,
    max_tokens=800,
    timeout=30,
)
chain = prompt | llm | StrOutputParser()


def translate(text: str, language: str = "Dutch") -> str:
    return chain.invoke({"text": text, "language": language})
