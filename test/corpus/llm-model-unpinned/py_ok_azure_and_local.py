from openai import AzureOpenAI, OpenAI

azure = AzureOpenAI(api_version="2024-10-21", timeout=20)
local = OpenAI(base_url="http://localhost:8000/v1", api_key="none", timeout=60)


def classify(text: str, private: bool) -> str:
    """Private texts stay in the house; the others go to a deployment of ours."""
    client, model = (local, "Qwen/Qwen2.5-7B-Instruct") if private else (azure, "support-prod")
    completion = client.chat.completions.create(
        model=model,
        temperature=0,
        max_tokens=5,
        messages=[
            {"role": "system", "content": "Answer with yes or no: is this a complaint?"},
            {"role": "user", "content": text},
        ],
    )
    return completion.choices[0].message.content
