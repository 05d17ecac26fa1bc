import { parse as parseToml } from "smol-toml";
import { parse as parseYaml } from "yaml";
import type { FileSystem } from "./file-system.js";
import { joinPath } from "./paths.js";
import { leastVersion, lowerBound, type Version, type VersionBound } from "./version-bounds.js";

/** The least torch version that the dependency files of a project allow; undefined when they do not say. */
export async function readTorchVersion(files: FileSystem, root: string): Promise<Version | undefined> {
  const names = [...(await fileNames(files, root, "")), ...(await fileNames(files, root, "requirements/"))];
  const bounds: VersionBound[] = [];
  for (const name of names) {
    const read = readers.find(({ pattern }) => pattern.test(name))?.read;
    const bytes = read === undefined ? undefined : await files.read(joinPath(root, name));
    if (read === undefined || bytes === undefined || bytes.length > largestFile) continue;
    for (const specifier of read(new TextDecoder().decode(bytes))) {
      const bound = lowerBound(specifier);
      if (bound !== undefined) bounds.push(bound);
    }
  }
  return leastVersion(bounds);
}

/** A lock file of a large project has a megabyte or two. */
const largestFile = 20_000_000;

async function fileNames(files: FileSystem, root: string, folder: string): Promise<string[]> {
  const entries = (await files.list(joinPath(root, folder))) ?? [];
  return entries
    .filter(({ type }) => type === "file")
    .map(({ name }) => folder + name)
    .sort();
}

/** For each kind of dependency file, how to find the specifiers of torch in it. */
const readers: readonly { readonly pattern: RegExp; readonly read: (text: string) => readonly string[] }[] = [
  {
    pattern: /^(?:[\w.-]*requirements[\w.-]*|requirements\/[\w.-]+)\.(?:txt|in)$/,
    read: (text) => requirementLines(text),
  },
  { pattern: /^pyproject\.toml$/, read: (text) => fromProject(toml(text)) },
  { pattern: /^(?:uv|poetry|pdm)\.lock$/, read: (text) => fromLock(toml(text)) },
  { pattern: /^setup\.cfg$/, read: (text) => requirementLines(text) },
  { pattern: /^(?:environment|conda)[\w.-]*\.ya?ml$/, read: (text) => fromEnvironment(yaml(text)) },
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

/** PEP 621's lists, dependency groups (PEP 735), and poetry's tables. */
function fromProject(document: unknown): string[] {
  const project = at(document, "project");
  const poetry = at(document, "tool", "poetry");
  const lists = [
    at(project, "dependencies"),
    ...Object.values(record(at(project, "optional-dependencies"))),
    ...Object.values(record(at(document, "dependency-groups"))),
  ];
  const tables = [
    at(poetry, "dependencies"),
    at(poetry, "dev-dependencies"),
    ...Object.values(record(at(poetry, "group"))).map((group) => at(group, "dependencies")),
  ];
  return [
    ...lists.flatMap(strings).flatMap((line) => requirement(line) ?? []),
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

function toml(text: string): unknown {
  return parsed(() => parseToml(text));
}

function yaml(text: string): unknown {
  return parsed(() => parseYaml(text, { logLevel: "silent" }) as unknown);
}

/** A dependency file that its own tool would refuse says nothing. */
function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    return undefined;
  }
}

function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => record(inner)[key], value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
