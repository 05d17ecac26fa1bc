/** How web frameworks and the like are told which function answers a request. */

/** Libraries in whose files a function of a request or context is a handler. */
export const serverLibraries =
  /\b(fastapi|flask|django|rest_framework|starlette|aiohttp|sanic|quart|tornado|litestar|bottle|falcon|blacksheep|robyn|azure\.functions|functions_framework|express|fastify|koa|hono|next\/server|next|@nestjs\/\w+|@hapi\/hapi|polka|restify|@azure\/functions|firebase-functions|@sveltejs\/kit|aws-lambda|h3)\b/;

/** Python's decorators, by the last part of what is called or named. */
export const pythonDecorators =
  /^(route|get|post|put|patch|delete|api_route|websocket|websocket_route|before_request|middleware|api_view|http|function_name|api|require_POST|require_http_methods|csrf_exempt|on_message|message_handler)$/;

/** Bases of classes whose methods answer requests, and those methods. */
export const pythonHandlerClass =
  /(APIView|ViewSet|MethodView|Resource|RequestHandler|HTTPEndpoint|GenericAPIView|TemplateView|^View|Servicer)$/;
export const pythonHandlerMethod =
  /^(get|post|put|patch|delete|head|do_[A-Z]+|list|create|retrieve|on_(get|post)|[A-Z]\w+|predict|form_valid)$/;

/** Methods by which a function is registered in TypeScript, with a path, an event or a name before it. */
export const routeMethods =
  /^(get|post|put|patch|delete|del|all|options|route|ws|tool|registerTool|handle|command|on)$/;
/** Those that take the function alone. */
export const bareRouteMethods =
  /^(use|createServer|serve|onRequest|onCall|route|get|post|put|patch|delete|all|eventHandler|defineEventHandler|query|mutation)$/;
/** Who has a method of such a name and answers nobody. */
export const clients = /^(https?|axios|\$|jQuery|superagent|nock|cy|map|cache|params|headers|searchParams)$/;
/** Events that happen once. */
export const eventsOnce =
  /^(ready|open|listening|load|connect|error|close|exit|end|finish|SIG\w+|uncaughtException|unhandledRejection|DOMContentLoaded|start(ed|up)?|init|install|activate)$/;

/** Decorators of NestJS and of GraphQL resolvers. */
export const scriptDecorators =
  /^(Get|Post|Put|Patch|Delete|All|Sse|MessagePattern|EventPattern|SubscribeMessage|Query|Mutation|GrpcMethod)$/;
