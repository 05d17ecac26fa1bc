/** Decorators by which a framework fills in the parameters of a function: Flask, FastAPI, Nest, bots. Sources: each framework's own guide. */
export const routeDecorators =
  /^(get|post|put|patch|delete|route|api_route|websocket|websocket_route|view|message|message_handler|on_message|on_event|event|command|slash_command|Get|Post|Put|Patch|Delete|All|MessagePattern|EventPattern|SubscribeMessage|Sse)$/;

/** Events by which a text comes in, and names of what has them. */
export const messageNames = /message|chat|prompt|question|ask|query|input/i;
export const messageObjects = /socket|ws|conn|client|peer|bot|io|channel|slack|discord|app/i;

/** Names and types of what stands for a request, a connection or an update. */
export const requestNames =
  /^_?(req|request|ctx|c|context|event|evt|websocket|ws|socket|conn|connection|update|interaction)$/;
export const requestTypes =
  /\b(\w*Request|\w*Context|WebSocket\w*|HTTPConnection|APIGateway\w*|LambdaFunctionURLEvent|Update|Interaction)\b/;

/** What of a request its sender writes. */
export const sentParts =
  /^(body|query|params|form|json|args|values|data|GET|POST|text|formData|query_params|path_params|match_info|nextUrl|url|get_json|rawBody|payload|queryStringParameters|pathParameters|content|searchParams|param|parseBody|receive_text|receive_json|receive|recv|iter_text|iter_json|read|post|input|get_data|get_argument|get_body_argument|valid|message_text|options)$/;
/** What stands between a request and its parts. */
export const requestHolders = /^(req|request|message|update|effective_message|event|nativeEvent)$/;
/** What the server itself knows of the sender. */
export const knownOfSender =
  /^(user|session|auth|state|app|locals|env|headers|cookies|ip|account|tenant|current_user|currentUser|identity|role|locale|method|path|pathname)$/;

/** Globals that stand for the request: `flask.request.form`. */
export const requestGlobals =
  /^(flask|quart|bottle|flask_restful)\.request\.(args|form|json|values|data|get_json|get_data|forms|query|params)/;

/** Types of parameters that hold no text of a sender's own: numbers, choices, what the framework hands in. */
export const notText =
  /^(int|float|bool|UUID|uuid\.UUID|date|datetime|Decimal|number|boolean|Literal\b.*|Enum|BackgroundTasks|Response|Session|AsyncSession|Depends|Annotated\[.*Depends.*|.*\bDepends\b.*|.*Service|.*Client|.*Settings|OpenAI|AsyncOpenAI)$/;
