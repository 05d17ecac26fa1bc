import type { CallFact, CodeFile } from "../../project/facts/code-facts.js";
import { onceFor } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import type { InCode } from "./code-evidence.js";
import { type Schema } from "./schemas.js";
import { isHeededByCaller, stopsOn } from "./hard-guards.js";
import { ownChecks } from "./own-checks.js";

/** A place in code that holds data against what is expected of it. */
export interface Validation extends InCode {
  /** As written, shortened. */
  readonly what: string;
  readonly role: CodeFile["role"];
  /** Undefined where the expectations are part of the code around it. */
  readonly schema: Schema | undefined;
  /** Does data that is not as expected stop what runs? */
  readonly stops: boolean;
}

/** All places that validate data, tests and notebooks included. */
export function validationsOf({ code }: ChecklistProject, schemas: readonly Schema[]): readonly Validation[] {
  const search = searchFor(code, schemas);
  const key = JSON.stringify([schemas, [...search.byName].map(([name, schema]) => [name, schema.path, schema.name])]);
  return code.flatMap((file) => {
    if (file.role === "aside") return [];
    const calls = validatingCalls(file, search, key).flatMap(({ call, found }): readonly Validation[] => {
      const isHeeded = found.raises || isGuarded(call, file, code);
      return [
        {
          ...placeOf(file, call),
          what: `\`${call.text}\``,
          role: file.role,
          schema: found.schema,
          stops: isHeeded && !call.isSwallowed,
        },
      ];
    });
    const decorated = file.functions.flatMap(({ name, line, decorators }): readonly Validation[] => {
      const one = decorators.find(({ path = "" }) => /^pandera\.(?:\w+\.)*check_(?:types|io|input|output)$/.test(path));
      if (one === undefined) return [];
      const schema = schemas.find(({ kind }) => kind === "pandera");
      return [
        {
          path: file.path,
          line,
          within: name,
          what: `\`@${one.text}\` on ${name}`,
          role: file.role,
          schema,
          stops: true,
        },
      ];
    });
    return [...calls, ...decorated, ...ownChecks(file, schemas)];
  });
}

interface Validating {
  readonly call: CallFact;
  readonly found: Found;
}

/** The calls of a file that validate; they are looked for again where schemas are others. */
function validatingCalls(file: CodeFile, search: Search, key: string): readonly Validating[] {
  const known = validatingIn(file);
  const before = known.get(key);
  if (before !== undefined) return before;
  const calls = file.calls.flatMap((call): readonly Validating[] => {
    const found = validates(call, file, search);
    return found === undefined ? [] : [{ call, found }];
  });
  // The schemas of before are not asked for again; several detectors ask with different ones.
  if (known.size >= mostKeys) known.clear();
  known.set(key, calls);
  return calls;
}

const mostKeys = 3;
const validatingIn = onceFor((_: CodeFile) => new Map<string, readonly Validating[]>());

interface Search {
  readonly byName: ReadonlyMap<string, Schema>;
  readonly schemas: readonly Schema[];
}

function searchFor(code: readonly CodeFile[], schemas: readonly Schema[]): Search {
  const byName = new Map(schemas.map((schema) => [schema.name, schema]));
  // `validate = ajv.compile(rowSchema)` validates by another name.
  for (const { calls } of code) {
    for (const { name, positional, resultName, text } of calls) {
      if (!/^(?:compile|to_schema|Draft\w+Validator|load_schema_text)$/.test(name) || resultName === undefined)
        continue;
      const given = positional[0]?.kind === "symbol" ? positional[0].text : /^(\w+)\./.exec(text)?.[1];
      const schema =
        byName.get(given ?? "") ??
        schemas.find(({ kind }) => kind === (name === "load_schema_text" ? "tfdv" : "json-schema"));
      if (schema !== undefined) byName.set(resultName, schema);
    }
  }
  return { byName, schemas };
}

interface Found {
  readonly schema: Schema | undefined;
  readonly raises: boolean;
}

function validates(call: CallFact, file: CodeFile, { byName, schemas }: Search): Found | undefined {
  const { name, path = "", text, target } = call;
  const owner = text.split(".").at(-2)?.replace(/\(.*$/, "");
  const schema = byName.get(owner ?? "");
  if (
    schema !== undefined &&
    /^(?:validate|parse|parseAsync|model_validate|parse_obj|validate_python|from_dict|check|cast)$/.test(name)
  ) {
    return { schema, raises: !/pandas_schema|json-schema/.test(schema.kind) || name === "validate" };
  }
  if (schema !== undefined && /^(?:safeParse|is_valid|isValid|iter_errors|filter)$/.test(name))
    return { schema, raises: false };
  // `Row(**record)`: a model of a record, fed from data.
  const made =
    target === undefined
      ? undefined
      : schemas.find((one) => one.kind === "model" && target === `${one.path}#${one.name}`);
  if (made !== undefined && call.positional.length === 0 && Object.keys(call.named).length === 0)
    return { schema: made, raises: true };
  const compiled = text === name ? byName.get(name) : undefined;
  if (compiled !== undefined && compiled.name !== name) return { schema: compiled, raises: false };
  return ofLibrary(path, name, text, file, schemas);
}

function ofLibrary(
  path: string,
  name: string,
  text: string,
  file: CodeFile,
  schemas: readonly Schema[],
): Found | undefined {
  const ofKind = (kind: Schema["kind"]): Schema | undefined => schemas.find((one) => one.kind === kind);
  if (/^pandera\..*\.validate$/.test(path)) return { schema: ofKind("pandera"), raises: true };
  if (/^jsonschema\.(?:\w+\.)*validate$/.test(path)) return { schema: ofKind("json-schema"), raises: true };
  if (/^tensorflow_data_validation\.validate_(?:statistics|examples\w*)$/.test(path)) {
    // A schema inferred from what it then judges finds nothing wrong with it.
    const isCircular = !file.calls.some((one) => one.name === "load_schema_text");
    return isCircular ? undefined : { schema: ofKind("tfdv"), raises: false };
  }
  if (/^deepchecks\..*\.run$/.test(path)) return { schema: undefined, raises: false };
  if (/^soda\..*\.assert_no_checks_(?:fail|warn_or_fail)$/.test(path)) return { schema: ofKind("soda"), raises: true };
  if (/^soda\..*\.execute$/.test(path)) return { schema: ofKind("soda"), raises: false };
  if (!file.imports.some(({ module }) => /^(?:great_expectations|gx)\b/.test(module))) return undefined;
  if (name === "run_checkpoint" || /checkpoint\w*\.run$/i.test(text) || name.startsWith("expect_"))
    return { schema: ofKind("suite"), raises: false };
  return name === "validate" ? { schema: ofKind("suite"), raises: false } : undefined;
}

/** Does somebody look at the result and stop: here, or where the function around it is called? */
function isGuarded(call: CallFact, file: CodeFile, code: readonly CodeFile[]): boolean {
  if (stopsOn(call, file)) return true;
  if (call.result !== "returned" && !isHandedBack(call, file)) return false;
  return isHeededByCaller(call.within, file, code);
}

function isHandedBack({ resultName, within }: CallFact, { functions }: CodeFile): boolean {
  return resultName !== undefined && functions.some(({ name, hasReturn }) => name === within && hasReturn);
}

function placeOf({ path }: CodeFile, { line, cell, within }: CallFact): InCode {
  return { path, line, within, ...(cell === undefined ? {} : { cell }) };
}
