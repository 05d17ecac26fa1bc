import litellm


class ReplyService:
    """Drafts that a person of the support sends after reading them."""

    def __init__(self, model: str) -> None:
        self.model = model

    def draft(self, mail: str) -> str:
        response = litellm.completion(
            model=self.model,
            temperature=0.3,
            max_tokens=400,
            timeout=30,
            messages=[{"role": "user", "content": "Write a friendly reply to this mail:\n" + mail}],  # must: llm-no-system-message
        )
        return response.choices[0].message.content
