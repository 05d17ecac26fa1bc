import type { ClassFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import type { ChecklistProject } from "../project.js";
import { callsInHandler, type PredictRoute } from "./predict-routes.js";

export interface RouteTypes {
  readonly request: boolean;
  readonly response: boolean;
}

/** Does a route say the form of what it takes and of what it gives? `dict`, `Any` and what is unpacked by hand say nothing. */
export function typesOf(project: Pick<ChecklistProject, "code">, route: PredictRoute): RouteTypes {
  const { handler, declared, kind, file } = route;
  if (kind === "typed") return { request: true, response: true };
  const calls = callsInHandler(route);
  const parses = calls.some(
    ({ name, target, path = "", text }) =>
      (target !== undefined && isSchemaCall(project, target)) ||
      (/^(?:safeParse|safeParseAsync|parseAsync|model_validate\w*|parse_obj|load|loads|decode|validate|convert)$/.test(
        name,
      ) &&
        /schema|zod|msgspec|ajv|request|body|input/i.test(path + text)),
  );
  const byOptions = declared === undefined ? undefined : schemaOption(declared.positional, declared.named);
  const annotated = (handler?.params ?? []).filter(
    ({ annotation, default: value }) => annotation !== undefined && !isInjected(value, annotation),
  );
  const request =
    byOptions?.request === true ||
    parses ||
    annotated.some(({ annotation = "" }) => isTyped(project, file, annotation));
  const model = declared?.named.response_model;
  const returned = handler?.returns;
  const gives =
    model !== undefined
      ? isTyped(project, file, textOf(model))
      : returned !== undefined
        ? isTyped(project, file, returned)
        : calls.some(
            ({ name, target }) =>
              name === "dump" ||
              name === "model_dump" ||
              (target !== undefined &&
                isSchemaCall(project, target) &&
                /Response|Out|Result|Prediction|Answer/.test(target)),
          );
  return { request, response: byOptions?.response === true || gives };
}

/** Is an annotation that of a class with fields, or of a plain value? */
function isTyped({ code }: Pick<ChecklistProject, "code">, file: CodeFile, annotation: string): boolean {
  const text = annotation.replace(/^["']|["']$/g, "");
  if (
    /\b(?:Any|object|unknown|Request|NextRequest|HttpRequest|dict|Dict|Mapping|JSONResponse|Response|HttpResponse|FastAPI|BackgroundTasks|None)\b/.test(
      text,
    )
  )
    return false;
  if (/^(?:list|List|Sequence)?\[?(?:str|int|float|bool|bytes|UploadFile)\b/.test(text)) return true;
  const names = text.match(/[A-Z]\w*/g) ?? [];
  return names.some(
    (name) =>
      hasFields(code, name) ||
      file.imports.some(({ names: imported, target }) => target === undefined && imported.includes(name)),
  );
}

function hasFields(code: readonly CodeFile[], name: string): boolean {
  return code.some(({ classes }) =>
    classes.some((one) => one.name === name && (one.fields.length > 0 || isSchema(one))),
  );
}

function isSchema({ bases, decorators }: ClassFact): boolean {
  return (
    bases.some((base) => /(?:BaseModel|RootModel|Struct|Schema|TypedDict|NamedTuple|SQLModel)$/.test(base)) ||
    decorators.some(({ name }) => name === "dataclass" || name === "define")
  );
}

/** Is the schema of the project made, or asked to validate: `PredictRequest(**body)`, `PredictRequest.model_validate(body)`? */
function isSchemaCall({ code }: Pick<ChecklistProject, "code">, target: string): boolean {
  const [path, name = ""] = target.split("#");
  const owner = name.split(".")[0];
  return code.some((file) => file.path === path && file.classes.some((one) => one.name === owner && isSchema(one)));
}

/** What the framework hands in beside the request: `Depends(...)`. */
function isInjected(value: FactValue | undefined, annotation: string): boolean {
  return (
    /\b(?:Depends|Security|Header|Request|Response|BackgroundTasks)\b/.test(annotation) ||
    (value?.kind === "call" && /^(?:Depends|Security|Header)$/.test(value.name))
  );
}

/** Fastify's and Hono's way: `{ schema: { body, response } }`, `zValidator("json", schema)`. */
function schemaOption(
  positional: readonly FactValue[],
  named: Readonly<Record<string, FactValue>>,
): RouteTypes | undefined {
  for (const value of [...positional, ...Object.values(named)]) {
    const schema = value.kind === "dict" ? value.entries.schema : undefined;
    if (schema?.kind === "dict")
      return { request: schema.entries.body !== undefined, response: schema.entries.response !== undefined };
    if (value.kind === "call" && /^(?:zValidator|validate\w*|celebrate|validator|expects|use_kwargs)$/.test(value.name))
      return { request: true, response: false };
  }
  return undefined;
}

function textOf(value: FactValue): string {
  if (value.kind === "literal") return String(value.value === null ? "None" : value.value);
  return value.kind === "list" || value.kind === "dict" ? "dict" : value.text;
}
