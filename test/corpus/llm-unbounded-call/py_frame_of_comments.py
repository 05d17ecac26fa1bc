import pandas as pd
from openai import OpenAI

client = OpenAI()


def topic(comment: str) -> str:
    completion = client.chat.completions.create(  # must: llm-unbounded-call
        model="gpt-4o-mini-2024-07-18",
        temperature=0,
        messages=[
            {"role": "system", "content": "Name the topic of the comment."},
            {"role": "user", "content": comment},
        ],
    )
    return completion.choices[0].message.content


def main() -> None:
    comments = pd.read_csv("comments.csv")
    topics = []
    for comment in comments["text"]:
        topics.append(topic(comment))
    comments.assign(topic=topics).to_csv("comments-with-topics.csv", index=False)


if __name__ == "__main__":
    main()
