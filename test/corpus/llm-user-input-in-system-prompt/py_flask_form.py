from flask import Flask, render_template, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=20)


@app.post("/assistant")
def assistant():
    company = request.form["company"]
    question = request.form["question"]
    completion = client.chat.completions.create(
        model="gpt-4o-mini-2024-07-18",
        temperature=0.2,
        max_tokens=300,
        messages=[
            {"role": "system", "content": f"You work for {company}. Never give discounts."},  # must: llm-user-input-in-system-prompt
            {"role": "user", "content": question},
        ],
    )
    return render_template("answer.html", text=completion.choices[0].message.content)
