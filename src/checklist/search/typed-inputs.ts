import type { ClassFact, CodeFile, FunctionFact, ParamFact } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { codeEvidence } from "./code-evidence.js";
import type { ServingPath } from "./serving-path.js";

/** A request whose type is checked, and whether its ranges are as well. */
export interface TypedInput {
  readonly evidence: Evidence;
  readonly hasRanges: boolean;
}

/** The types of requests for predictions: classes of Pydantic and the like that handlers take, schemas of zod. */
export function typedInputs(project: ChecklistProject, { routes, calls }: ServingPath): readonly TypedInput[] {
  const classes = classesByName(project.code);
  const models = routes.flatMap(({ file, handler, route }) => {
    if (handler === undefined) return [];
    const names = [...paramTypes(handler), ...calledTypes(calls, file, handler)];
    return names.flatMap((name): readonly TypedInput[] => {
      const found = classes.get(name);
      if (found === undefined || !isModel(found.form, classes)) return [];
      const hasRanges = rangesIn(found, classes, 0);
      const place = { path: found.path, line: found.form.line, within: handler.name };
      const what = `\`${name}\` types the input of \`${route}\`${hasRanges ? ", with ranges" : ""}`;
      const evidence = codeEvidence(project, { ...place, path: file.path }, { what, rule: "typed-input" });
      return [{ evidence: { ...evidence, path: found.path, line: found.form.line }, hasRanges }];
    });
  });
  return [...models, ...zodSchemas(project, calls)];
}

interface OwnClass {
  readonly path: string;
  readonly form: ClassFact;
}

function classesByName(code: readonly CodeFile[]): ReadonlyMap<string, OwnClass> {
  return new Map(
    code.flatMap(({ path, role, classes }) =>
      role === "source" ? classes.map((form) => [form.name, { path, form }] as const) : [],
    ),
  );
}

function isModel({ bases, decorators }: ClassFact, classes: ReadonlyMap<string, OwnClass>, depth = 0): boolean {
  return (
    bases.some((base) => {
      if (/(?:^|\.)(?:BaseModel|SQLModel|Struct|Schema|RootModel|BaseSettings|Serializer)$/.test(base)) return true;
      const own = classes.get(base.slice(base.indexOf("#") + 1));
      return own !== undefined && depth < 4 && isModel(own.form, classes, depth + 1);
    }) || decorators.some(({ path = "" }) => /^pydantic\.dataclasses\.dataclass$|^strawberry\./.test(path))
  );
}

/** The names of classes in annotations. */
function typesIn(annotation: string): readonly string[] {
  return annotation.match(/[A-Z]\w*/g) ?? [];
}

function paramTypes({ params }: FunctionFact): readonly string[] {
  return params.flatMap(({ annotation = "" }) => typesIn(annotation));
}

/** `PredictRequest(**request.json())`, `PredictRequest.model_validate(...)` in the handler or what it leads to. */
function calledTypes(calls: ServingPath["calls"], file: CodeFile, handler: FunctionFact): readonly string[] {
  return calls.flatMap(({ file: of, call }) => {
    if (of !== file || call.within !== handler.name) return [];
    if (/^(?:model_validate\w*|parse_obj|parse_raw|validate_python|validate_json|load|decode)$/.test(call.name))
      return typesIn(call.text);
    return call.spreads === true ? typesIn(call.text) : [];
  });
}

function rangesIn({ form }: OwnClass, classes: ReadonlyMap<string, OwnClass>, depth: number): boolean {
  return (
    form.fields.some((field) => hasRange(field, classes, depth)) ||
    form.bases.some((base) => {
      const own = classes.get(base.slice(base.indexOf("#") + 1));
      return own !== undefined && depth < 4 && rangesIn(own, classes, depth + 1);
    }) ||
    form.methods.some((method) => /^(?:check|validate|in_range|known|must)_?/.test(method) && isModel(form, classes))
  );
}

function hasRange(
  { annotation = "", default: value }: ParamFact,
  classes: ReadonlyMap<string, OwnClass>,
  depth: number,
): boolean {
  if (rangedTypes.test(annotation)) return true;
  if (value?.kind === "call" && Object.keys(value.named).some((name) => limits.test(name))) return true;
  return typesIn(annotation).some((name) => {
    const own = classes.get(name);
    if (own === undefined || depth >= 4) return false;
    return (
      own.form.bases.some((base) => /(?:^|\.)(?:Str|Int)?Enum$/.test(base)) ||
      (isModel(own.form, classes) && rangesIn(own, classes, depth + 1))
    );
  });
}

const limits = /^(?:ge|gt|le|lt|min_length|max_length|multiple_of|pattern|regex|min_items|max_items|validate)$/;
const rangedTypes =
  /\b(?:con(?:int|float|list|str|decimal|date)|Literal|Positive(?:Int|Float)|NonNegative(?:Int|Float)|Negative\w+|Range|Len|Ge|Gt|Le|Lt|Interval)\b|\b(?:ge|gt|le|lt|min_length|max_length|pattern)\s*=/;

function zodSchemas(project: ChecklistProject, calls: ServingPath["calls"]): readonly TypedInput[] {
  return calls.flatMap(({ file, call }): readonly TypedInput[] => {
    const parses =
      /^(?:parse|safeParse|parseAsync|safeParseAsync|validate|validateAsync|assert)$/.test(call.name) &&
      /^(?:zod|joi|yup|valibot|superstruct|ajv)\b/.test(call.path ?? "");
    const known =
      parses ||
      (file.language === "typescript" &&
        /^(?:safeParse|parse)(?:Async)?$/.test(call.name) &&
        call.target === undefined &&
        /schema|request|input|body|payload/i.test(call.text));
    if (!known) return [];
    const hasRanges = project.code.some(
      ({ role, language, calls: all }) =>
        role === "source" &&
        language === "typescript" &&
        all.some(
          ({ name, text }) =>
            /^(?:min|max|gte?|lte?|int|positive|nonnegative|enum|literal|finite)$/.test(name) &&
            /^(?:z|zod|Joi|yup|v)\./.test(text),
        ),
    );
    const what = `\`${call.text}\` checks the type of the input${hasRanges ? ", with ranges" : ""}`;
    return [
      { evidence: codeEvidence(project, { ...call, path: file.path }, { what, rule: "typed-input" }), hasRanges },
    ];
  });
}
