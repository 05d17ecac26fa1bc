from anthropic import Anthropic
from flask import Flask, jsonify, request

app = Flask(__name__)
anthropic = Anthropic(timeout=30.0)


@app.post("/menu")
def menu():
    guests = int(request.json["guests"])
    message = anthropic.messages.create(
        model="claude-3-5-haiku-20241022",
        max_tokens=600,
        temperature=0.8,
        messages=[  # must: llm-no-system-message
            {"role": "user", "content": f"Plan a menu for {guests} guests."},
        ],
    )
    return jsonify(menu=message.content[0].text)
