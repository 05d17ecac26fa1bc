import type { AssignFact, ClassFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import type { ConfigFile } from "../../project/facts/file-facts.js";
import { onceForEach } from "../../project/facts/once-for.js";
import type { Place } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { columnRules } from "./column-rules.js";
import { argumentOf, textIn, textsIn, valuesWithin, writtenAs } from "./values.js";

/** What data has to look like, wherever it is written down. */
export interface Schema extends Place {
  /** What code calls it; of a file, its path. */
  readonly name: string;
  readonly kind: "pandera" | "model" | "zod" | "json-schema" | "suite" | "tfdv" | "dbt" | "soda" | "own";
  /** Those it names; empty where nobody can tell. */
  readonly columns: readonly string[];
  /** Does it say anything of values: a range, a set, a pattern? */
  readonly hasConstraint: boolean;
  /** The columns of which it says that, where that can be told column by column. */
  readonly limited: readonly string[];
  /** Does it refuse columns that it does not name? */
  readonly isStrict: boolean;
}

/** All schemas of a project's own code and files. */
export async function schemasOf(project: ChecklistProject): Promise<readonly Schema[]> {
  return [...schemasIn(project.code), ...inConfigs(project.configs), ...(await protocolSchemas(project))];
}

const schemasIn = onceForEach((file: CodeFile): readonly Schema[] => {
  if (file.role === "aside") return [];
  const ofClasses = file.classes.flatMap((one) => ofClass(file, one));
  return [...ofClasses, ...file.assigns.flatMap((assign) => ofAssign(file, assign))];
});

function ofClass(
  { path, functions }: CodeFile,
  { name, line, bases, fields, decorators, methods }: ClassFact,
): readonly Schema[] {
  const base = bases.find((one) => frameModel.test(one) || recordModel.test(one));
  const isChecked = decorators.some((one) =>
    /^(?:pydantic\.dataclasses\.dataclass|attrs?\.(?:define|frozen|s))$/.test(one.path ?? ""),
  );
  if ((base === undefined && !isChecked) || bases.some((one) => /Settings$/.test(one))) return [];
  const limited = fields
    .filter(({ annotation = "", default: value }) => typed.test(annotation) || (value !== undefined && limits(value)))
    .map((one) => one.name);
  const own = functions.filter((one) => one.name.startsWith(`${name}.`));
  const hasChecks = own.some(({ decorators: all }) =>
    all.some((one) =>
      /^(?:check|dataframe_check|validator|field_validator|model_validator|root_validator|rule|filter)$/.test(one.name),
    ),
  );
  return [
    {
      ...{ path, line, name, kind: base !== undefined && frameModel.test(base) ? "pandera" : "model" },
      columns: fields
        .filter(({ name: field, annotation }) => annotation !== undefined && field !== "model_config")
        .map((one) => one.name),
      hasConstraint: hasChecks || limited.length > 0,
      limited,
      isStrict: methods.includes("strict") || fields.some((one) => one.name === "strict" && isStrict(one.default)),
    },
  ];
}

const frameModel = /^(?:pandera\.(?:\w+\.)*(?:DataFrameModel|SchemaModel)|patito\.Model|dataframely\.Schema)$/;
const recordModel = /^(?:pydantic\.(?:\w+\.)*BaseModel|msgspec\.Struct)$/;
const typed =
  /\b(?:Literal|conint|confloat|constr|Positive\w+|NonNegative\w+|Field\(|Annotated|Interval|Gt|Ge|Lt|Le)\b/;

function ofAssign(file: CodeFile, { target, line, value }: AssignFact): readonly Schema[] {
  const place = { path: file.path, line, name: lastPart(target) };
  if (value.kind === "call" && /^pandera\.(?:\w+\.)*(?:DataFrameSchema|SeriesSchema)$/.test(value.path ?? "")) {
    const columns = argumentOf(value, "columns") ?? value.positional[0];
    const isClosed = isStrict(value.named.strict);
    const limited =
      columns?.kind === "dict" ? Object.keys(columns.entries).filter((name) => limits(columns.entries[name]!)) : [];
    return [
      {
        ...{ ...place, kind: "pandera", columns: textsIn(columns), hasConstraint: limits(value) },
        ...{ limited, isStrict: isClosed },
      },
    ];
  }
  if (value.kind === "call" && /^(?:z|zod)\.(?:object|strictObject|record)\b/.test(writtenAs(value))) {
    const call = file.calls.find((one) => one.line === line && /^(?:object|strictObject)$/.test(one.name));
    const [shape] = call?.positional ?? [];
    return [
      {
        ...{ ...place, kind: "zod", columns: textsIn(shape) },
        hasConstraint: /\.(?:min|max|positive|nonnegative|gte?|lte?|enum|literal|regex|int|refine)\(/.test(
          textOfDict(shape) + writtenAs(value),
        ),
        limited: [],
        isStrict: /\.strict\b|strictObject/.test(writtenAs(value)),
      },
    ];
  }
  const properties = value.kind === "dict" ? value.entries.properties : undefined;
  if (properties?.kind !== "dict") return [];
  const hasConstraint = [...valuesWithin(properties)].some(
    (one) => one.kind === "dict" && textsIn(one).some((key) => limiting.test(key)),
  );
  return [{ ...place, kind: "json-schema", columns: textsIn(properties), hasConstraint, limited: [], isStrict: false }];
}

const limiting = /^(?:minimum|maximum|exclusiveM\w+|enum|pattern|const|multipleOf|minLength|maxLength)$/;

/** A check, a limit among the arguments, or what may not be missing. */
function limits(value: FactValue): boolean {
  return [...valuesWithin(value)].some(
    (one) =>
      one.kind === "call" &&
      (/(?:^|\.)Check(?:\.|$)/.test(one.path ?? one.text) ||
        Object.keys(one.named).some((name) =>
          /^(?:ge|gt|le|lt|in_range|isin|notin|str_\w+|nullable|eq|ne|pattern|regex|min_length|max_length|checks|unique)$/.test(
            name,
          ),
        )),
  );
}

function isStrict(value: FactValue | undefined): boolean {
  return value?.kind === "literal" && (value.value === true || value.value === "filter");
}

function textOfDict(value: FactValue | undefined): string {
  return value?.kind === "dict"
    ? Object.values(value.entries)
        .map((one) => `${writtenAs(one)}(`)
        .join(" ")
    : "";
}

/** Suites of Great Expectations, JSON Schemas, tests of dbt, checks of Soda. */
const inConfigs = onceForEach(({ path, format, entries }: ConfigFile): readonly Schema[] => {
  const first = entries[0]?.line ?? 1;
  const found = (kind: Schema["kind"], columns: readonly string[], hasConstraint: boolean): readonly Schema[] => [
    {
      path,
      line: first,
      name: path,
      kind,
      columns: [...new Set(columns)],
      hasConstraint,
      limited: [],
      isStrict: false,
    },
  ];
  const valuesOf = (key: RegExp): readonly string[] =>
    entries.flatMap((one) => (key.test(one.key) ? [String(one.value)] : []));
  if (/(?:^|\/)(?:great_expectations|gx)\/expectations\//.test(path)) {
    const types = valuesOf(/^expectations\.\d+\.(?:expectation_type|type)$/);
    return types.length === 0
      ? []
      : found(
          "suite",
          valuesOf(/\.kwargs\.column$/),
          types.some((one) => /between|in_set|null|regex|unique/.test(one)),
        );
  }
  const named = entries.flatMap(({ key }) => /^properties\.([^.]+)\./.exec(key)?.[1] ?? []);
  if (format === "json" && named.length > 0) {
    return found(
      "json-schema",
      named,
      entries.some(({ key }) => limiting.test(key.split(".")[2] ?? "")),
    );
  }
  const own = columnRules(entries);
  if (own !== undefined) {
    const hasConstraint = own.limited.length > 0;
    return [{ path, kind: "own", isStrict: false, hasConstraint, ...own }];
  }
  const tests = entries.filter(({ key }) =>
    /^(?:models|sources)\.\d+\.(?:.*\.)?columns\.\d+\.(?:data_)?tests\./.test(key),
  );
  if (tests.length > 0) return found("dbt", valuesOf(/\.columns\.\d+\.name$/), true);
  return entries.some(({ key }) => /^checks for /.test(key)) ? found("soda", [], true) : [];
});

/** Schemas that TensorFlow Data Validation keeps as text. */
async function protocolSchemas(project: ChecklistProject): Promise<readonly Schema[]> {
  const found: Schema[] = [];
  for (const path of project.files.filter((file) => file.endsWith(".pbtxt"))) {
    const text = (await project.read(path)) ?? "";
    if (!/^\s*feature\s*\{/m.test(text)) continue;
    const columns = [...text.matchAll(/^\s*feature\s*\{\s*name:\s*"([^"]+)"/gm)].map(([, name = ""]) => name);
    const hasConstraint = /\b(?:presence|domain|int_domain|float_domain|min_fraction)\b/.test(text);
    found.push({ path, line: 1, name: path, kind: "tfdv", columns, hasConstraint, limited: [], isStrict: false });
  }
  return found;
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(".") + 1);
}

/** The name of a literal path in a call, for schemas that are loaded by it. */
export function namesFile(value: FactValue | undefined, path: string): boolean {
  const text = textIn(value);
  return text !== undefined && (path === text || path.endsWith(`/${text.replace(/^\.?\//, "")}`));
}
