import { eachExpression } from "../semantics/code/visit.js";
import { readPython } from "../syntax/python/lower.js";
import { nameOf, parentOf } from "./paths.js";
import { at, pythonDependencies, strings, toml, yaml } from "./structured.js";

/**
 * How to find the specifiers of torch (`>=2.1,<3`) in a file that says what a project depends on, by its path in the project's folder;
 * undefined for any other file.
 */
export function dependencyReader(name: string): ((text: string) => readonly string[]) | undefined {
  return readers.find(({ pattern }) => pattern.test(name))?.read;
}

/** Is this, by its whole path, a file that says which versions of libraries there are? */
export function saysVersions(path: string): boolean {
  const folder = nameOf(parentOf(path) ?? "");
  return [nameOf(path), `${folder}/${nameOf(path)}`].some((name) => dependencyReader(name) !== undefined);
}

const readers: readonly { readonly pattern: RegExp; readonly read: (text: string) => readonly string[] }[] = [
  {
    pattern: /^(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in)$/,
    read: (text) => requirementLines(text),
  },
  { pattern: /^pyproject\.toml$/, read: (text) => fromProject(toml(text)) },
  { pattern: /^(?:uv|poetry|pdm)\.lock$/, read: (text) => fromLock(toml(text)) },
  { pattern: /^setup\.cfg$/, read: (text) => requirementLines(text) },
  { pattern: /^setup\.py$/, read: (text) => fromSetup(text) },
  { pattern: /^(?:environment|conda)[\w.-]*\.ya?ml$/, read: (text) => fromEnvironment(yaml(text)) },
  {
    pattern: /^(?:PKG-INFO|[^/]+\.dist-info\/METADATA|[^/]+\.egg-info\/PKG-INFO)$/,
    read: (text) => fromMetadata(text),
  },
  { pattern: /^[^/]+\.egg-info\/requires\.txt$/, read: (text) => requirementLines(text) },
];

function requirementLines(text: string): string[] {
  return text.split(/\r\n|[\r\n]/).flatMap((line) => requirement(line) ?? []);
}

/** The specifier of a requirement of torch: `torch[extra]>=2.1 ; marker`, or `torch @ address-of-a-wheel`. */
function requirement(line: string): string | undefined {
  const match = /^\s*(?:install_requires\s*=\s*)?torch(?:\[[^\]]*\])?\s*(?:@(.*)|\(?\s*([=<>!~^][^;#)]*))/i.exec(line);
  if (match === null) return undefined;
  const [, address, specifier] = match;
  if (address === undefined) return specifier;
  const wheel = /\/torch-(\d+\.\d+[\w.]*)/.exec(address)?.[1];
  return wheel === undefined ? undefined : `==${wheel}`;
}

/** The script is never run: a requirement is a string of it, wherever the list is put together. */
function fromSetup(text: string): string[] {
  if (!text.includes("torch")) return [];
  const found: string[] = [];
  eachExpression(readPython(text).body, (expression) => {
    if (expression.kind !== "Literal" || typeof expression.value !== "string") return;
    if (expression.value.includes("torch")) found.push(...requirementLines(expression.value));
  });
  return found;
}

/** The core metadata of a distribution: headers, and a description after the first empty line. */
function fromMetadata(text: string): string[] {
  const [headers = ""] = text.split(/\r?\n\r?\n/, 1);
  return headers
    .split(/\r\n|[\r\n]/)
    .flatMap((line) => requirement(/^Requires-Dist:(.*)$/i.exec(line)?.[1] ?? "") ?? []);
}

function fromProject(document: unknown): string[] {
  const { lists, tables } = pythonDependencies(document);
  return [
    ...lists.flatMap((line) => requirement(line) ?? []),
    ...tables.flatMap((table) => {
      const entry = at(table, "torch");
      return strings([entry, at(entry, "version")]);
    }),
  ];
}

function fromLock(document: unknown): string[] {
  const packages = at(document, "package");
  if (!Array.isArray(packages)) return [];
  return packages
    .filter((entry: unknown) => at(entry, "name") === "torch")
    .flatMap((entry: unknown) => strings([at(entry, "version")]))
    .map((version) => `==${version}`);
}

/** Conda's list, in which `torch` is called `pytorch`, and pip's list inside it. */
function fromEnvironment(document: unknown): string[] {
  const dependencies = at(document, "dependencies");
  if (!Array.isArray(dependencies)) return [];
  return dependencies.flatMap((entry: unknown) => {
    if (typeof entry !== "string") return strings(at(entry, "pip")).flatMap((line) => requirement(line) ?? []);
    const conda = /^\s*(?:[\w.-]+::)?pytorch\s*([=<>!~ ].*)$/i.exec(entry)?.[1]?.trim();
    // `pytorch=2.1.0=py3.11_cuda` ends in a build that says nothing about the version.
    return conda === undefined ? (requirement(entry) ?? []) : conda.replace(/^(==?[^=\s]+)[=\s].*$/, "$1");
  });
}
