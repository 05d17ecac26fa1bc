"""Services that answer on this machine, in the words of the real ones, so that their clients run unchanged."""

import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def language_model():
    """A service that speaks OpenAI's protocol, to which its client is led by the environment."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), LanguageModel)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    os.environ["OPENAI_API_KEY"] = "none"
    os.environ["OPENAI_BASE_URL"] = f"http://127.0.0.1:{server.server_port}/v1"


class LanguageModel(BaseHTTPRequestHandler):
    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        problem = what_is_wrong(self.path, asked)
        if problem is not None:
            self.send(400, "application/json", json.dumps({"error": {"message": problem}}))
            return
        text = '{"number": 7, "total": 12.5}' if "response_format" in asked else "yes"
        if asked.get("stream"):
            parts = [answer(asked, "chat.completion.chunk", delta={"content": letter}) for letter in text]
            self.send(200, "text/event-stream", "".join(f"data: {part}\n\n" for part in [*parts, "[DONE]"]))
        else:
            message = {"role": "assistant", "content": text}
            self.send(200, "application/json", answer(asked, "chat.completion", message=message))

    def send(self, status, kind, text):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, format, *arguments):
        """Says nothing: what a program prints is its own."""


def what_is_wrong(path, asked):
    if path != "/v1/chat/completions":
        return f"nothing answers at {path}"
    if not asked.get("model") or not asked.get("messages"):
        return "a model and messages are needed"
    known = ("system", "developer", "user", "assistant", "tool")
    if any(message.get("role") not in known or not message.get("content") for message in asked["messages"]):
        return "each message has a role and a content"
    return None


def answer(asked, kind, **choice):
    choices = [{"index": 0, "finish_reason": "stop", **choice}]
    return json.dumps({"id": "1", "object": kind, "created": 0, "model": asked["model"], "choices": choices})
