import { eachExpression, eachStatement } from "../../semantics/code/visit.js";
import type { Expression } from "../../syntax/expressions.js";
import { readPython } from "../../syntax/python/lower.js";
import type { Span } from "../../syntax/span.js";
import { at, json, pythonDependencies, record, strings, toml, yaml } from "../structured.js";

/** A distribution or package that a project asks for by name. What a lock file adds to that is not asked for by the project. */
export interface Declared {
  readonly kind: "python" | "npm";
  readonly name: string;
  readonly extras: readonly string[];
  readonly span: Span;
  /** As it is written: `scikit-learn>=1.4`. */
  readonly what: string;
}

/** How to find what a file asks for, by the file's path; undefined for a file that asks for nothing. */
export function declarationReader(path: string): ((text: string) => readonly Declared[]) | undefined {
  return readers.find(({ pattern }) => pattern.test(path))?.read;
}

/** Globs of the files that `declarationReader` reads. */
export const declarationGlobs = [
  "**/*requirements*.{txt,in}",
  "**/requirements/*.{txt,in}",
  "**/{pyproject.toml,setup.cfg,setup.py,Pipfile,package.json}",
  "**/{environment,conda}*.{yml,yaml}",
] as const;

const readers: readonly { readonly pattern: RegExp; readonly read: (text: string) => readonly Declared[] }[] = [
  { pattern: /(?:^|\/)(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in)$/, read: fromLines },
  { pattern: /(?:^|\/)pyproject\.toml$/, read: (text) => placed(text, projectRequirements(toml(text))) },
  { pattern: /(?:^|\/)Pipfile$/, read: (text) => placed(text, pipfileRequirements(toml(text))) },
  { pattern: /(?:^|\/)setup\.cfg$/, read: fromSetupConfig },
  { pattern: /(?:^|\/)setup\.py$/, read: fromSetup },
  { pattern: /(?:^|\/)(?:environment|conda)[\w.-]*\.ya?ml$/, read: (text) => placed(text, conda(yaml(text))) },
  { pattern: /(?:^|\/)package\.json$/, read: fromPackage },
];

/** A requirement at the start of a text: `name[extra] >=1 ; marker`. Options, addresses and paths are none. */
function requirement(text: string, start: number): Declared | undefined {
  const match = /^(\s*)([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(?=$|[=<>!~^;#@,(\s])([^;#]*)/.exec(
    text,
  );
  if (match === null) return undefined;
  const [, space = "", name = "", extras = "", rest = ""] = match;
  const what = match[0].trim();
  if (rest !== "" && !/^\s*[=<>!~^@(,]/.test(rest)) return undefined;
  const from = start + space.length;
  return {
    ...{ kind: "python", name, what },
    extras: extras.split(",").map((extra) => extra.trim()),
    span: { start: from, end: from + what.length },
  };
}

function fromLines(text: string): readonly Declared[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => requirement(line, index) ?? []);
}

/** The lists of a section; a line that names a key has its list behind the sign or below. */
function fromSetupConfig(text: string): readonly Declared[] {
  const found: Declared[] = [];
  let section = "";
  let key = "";
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const head = /^\[(.*)\]/.exec(line)?.[1];
    if (head !== undefined) section = head;
    const setting = /^([\w.-]+)\s*[=:]/.exec(line);
    if (setting !== null) key = setting[1] ?? "";
    const isList =
      (section === "options" && /^(?:install|tests)_requires$/.test(key)) || section === "options.extras_require";
    const skipped = setting?.[0].length ?? 0;
    const declared = isList && head === undefined ? requirement(line.slice(skipped), index + skipped) : undefined;
    if (declared !== undefined) found.push(declared);
  }
  return found;
}

/** The script is never run: the strings of the lists of requirements that it is called with, or that it makes beforehand. */
function fromSetup(text: string): readonly Declared[] {
  const { body } = readPython(text);
  const found: Declared[] = [];
  const add = (list: Expression): void => {
    eachExpression([{ kind: "ExpressionStatement", expression: list, start: list.start, end: list.end }], (one) => {
      if (one.kind !== "Literal" || typeof one.value !== "string") return;
      const declared = requirement(one.value, one.start + 1);
      if (declared !== undefined) found.push(declared);
    });
  };
  eachExpression(body, (expression) => {
    if (expression.kind !== "Call") return;
    for (const { name, value } of expression.args) if (/^(?:install|extras|tests)_require/.test(name ?? "")) add(value);
  });
  eachStatement(body, (statement) => {
    if (statement.kind !== "Assign" || statement.value === undefined) return;
    const isList = statement.targets.some(
      (target) => target.kind === "Name" && /requir|depend|^extras/i.test(target.id),
    );
    if (isList) add(statement.value);
  });
  return found;
}

function projectRequirements(document: unknown): readonly string[] {
  const { lists, tables } = pythonDependencies(document);
  return [...lists, ...tables.flatMap(tableRequirements)];
}

function pipfileRequirements(document: unknown): readonly string[] {
  return [...tableRequirements(at(document, "packages")), ...tableRequirements(at(document, "dev-packages"))];
}

function tableRequirements(table: unknown): readonly string[] {
  return Object.entries(record(table)).map(([name, entry]) => {
    const extras = strings(at(entry, "extras"));
    return extras.length === 0 ? name : `${name}[${extras.join(",")}]`;
  });
}

/** Conda's list, in which `torch` is called `pytorch`, and pip's list inside it. */
function conda(document: unknown): readonly string[] {
  const list = at(document, "dependencies");
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) =>
    typeof entry === "string" ? [entry.replace(/^\s*[\w.-]+::/, "")] : strings(at(entry, "pip")),
  );
}

function fromPackage(text: string): readonly Declared[] {
  const document = json(text);
  return ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"].flatMap((key) => {
    const from = Math.max(0, text.indexOf(`"${key}"`));
    return Object.keys(record(at(document, key))).flatMap((name): Declared[] => {
      const start = text.indexOf(`"${name}"`, from);
      return [{ kind: "npm", name, extras: [], what: name, span: { start: start + 1, end: start + 1 + name.length } }];
    });
  });
}

/** The places of requirements whose file was read as data: the first line that holds them and is no comment. */
function placed(text: string, requirements: readonly string[]): readonly Declared[] {
  const code = text.replace(/(?<=^|\s)#[^\r\n]*/gm, (comment) => " ".repeat(comment.length));
  return requirements.flatMap((written) => {
    const declared = requirement(written, 0);
    if (declared === undefined) return [];
    const sought = code.includes(written) ? written : declared.name;
    const start = placeOf(code, sought);
    const name = declared.name === "pytorch" ? "torch" : declared.name;
    return [{ ...declared, name, span: { start, end: start + sought.length } }];
  });
}

function placeOf(text: string, sought: string): number {
  for (let start = text.indexOf(sought); start >= 0; start = text.indexOf(sought, start + 1)) {
    if (!/[\w.-]/.test(text.charAt(start - 1)) && !/[\w-]/.test(text.charAt(start + sought.length))) return start;
  }
  return Math.max(0, text.indexOf(sought));
}
