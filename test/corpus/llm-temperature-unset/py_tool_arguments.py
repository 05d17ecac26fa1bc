import anthropic

client = anthropic.Anthropic()

INVOICE = {
    "name": "store_invoice",
    "description": "Stores what an invoice says.",
    "input_schema": {
        "type": "object",
        "properties": {
            "number": {"type": "string"},
            "total": {"type": "number"},
            "currency": {"type": "string"},
        },
        "required": ["number", "total", "currency"],
    },
}


class InvoiceReader:
    def __init__(self, model: str = "claude-3-5-sonnet-20241022") -> None:
        self.model = model

    def read(self, text: str) -> dict:
        message = client.messages.create(  # must: llm-temperature-unset
            model=self.model,
            max_tokens=300,
            system="You read invoices and call the tool.",
            messages=[{"role": "user", "content": text}],
            tools=[INVOICE],
            tool_choice={"type": "tool", "name": "store_invoice"},
        )
        for block in message.content:
            if block.type == "tool_use":
                return block.input
        raise ValueError("the model called no tool")

    def matches(self, text: str, booked: dict) -> bool:
        found = self.read(text)
        return found["number"] == booked["number"] and abs(found["total"] - booked["total"]) < 0.005
