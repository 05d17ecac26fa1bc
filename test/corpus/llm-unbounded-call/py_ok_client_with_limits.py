from flask import Flask, jsonify, request
from langchain_openai import ChatOpenAI
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=10.0, max_retries=1)
llm = ChatOpenAI(model="gpt-4o-mini-2024-07-18", temperature=0, max_tokens=200, request_timeout=10)


@app.post("/answer")
def answer():
    completion = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        temperature=0,
        messages=[
            {"role": "system", "content": "You answer questions about mushrooms."},
            {"role": "user", "content": request.json["question"]},
        ],
    )
    return jsonify(text=completion.choices[0].message.content)


@app.post("/short")
def short():
    reply = llm.invoke([("system", "Answer in ten words."), ("human", request.json["question"])])
    return jsonify(text=reply.content)
