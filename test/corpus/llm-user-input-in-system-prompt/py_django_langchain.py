import json

from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4o-2024-08-06", temperature=0, max_tokens=300, timeout=20)


@require_POST
def chat(request: HttpRequest) -> JsonResponse:
    body = json.loads(request.body)
    reply = llm.invoke(
        [
            SystemMessage(content="You are the help of a shop. The user says of himself: {}".format(body["profile"])),  # must: llm-user-input-in-system-prompt
            HumanMessage(content=body["message"]),
        ]
    )
    return JsonResponse({"text": reply.content})
