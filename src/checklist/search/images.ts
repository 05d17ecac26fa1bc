import type { Dockerfile } from "../../project/facts/file-facts.js";
import type { ChecklistProject } from "../project.js";

/** What makes an image another one tomorrow. */
export interface ImageMiss {
  readonly line: number;
  readonly what: string;
  /** What to do, a sentence. */
  readonly fix: string;
}

/** Is a Dockerfile one of what runs, rather than of how people develop? */
export function isRuntimeImage(path: string): boolean {
  return !/(?:^|\/)(?:\.devcontainer|docs?|examples?|tests?)\/|(?:^|[/._-])(?:dev|devcontainer|test|docs|notebook)(?:[._-]|$)[^/]*$/i.test(
    path,
  );
}

type Sources = Pick<ChecklistProject, "dependencies">;

export function imageMisses(project: Sources, { path, stages }: Dockerfile): readonly ImageMiss[] {
  const names = new Set(stages.flatMap(({ name }) => name?.toLowerCase() ?? []));
  const bases = stages.flatMap(({ isStage, image, tag, digest, line }): readonly ImageMiss[] => {
    if (isStage || image === "scratch") return [];
    const problem = unpinned(image, tag, digest);
    return problem === undefined
      ? []
      : [
          {
            line,
            what: `${path} starts from \`${image}\`, ${problem}`,
            fix: `Pin \`${image}\` in ${path} to a version or a digest.`,
          },
        ];
  });
  const steps = stages.flatMap(({ instructions }) => instructions);
  const copies = steps.flatMap(({ name, text, line }): readonly ImageMiss[] => {
    const from = name === "COPY" ? /--from=(\S+)/.exec(text)?.[1] : undefined;
    if (from === undefined || names.has(from.toLowerCase()) || /^\d+$/.test(from)) return [];
    const problem = unpinned(from, /:([^/:@]+)(?:@.*)?$/.exec(from)?.[1], /@(.+)$/.exec(from)?.[1]);
    return problem === undefined
      ? []
      : [
          {
            line,
            what: `${path} copies from \`${from}\`, ${problem}`,
            fix: `Pin \`${from}\` in ${path} to a version or a digest.`,
          },
        ];
  });
  const runs = steps.filter(({ name }) => name === "RUN");
  const loose = runs.flatMap(({ text, line }) => (isLoose(project, text) ? [{ line, text }] : []));
  const installs = loose.map(({ line }): ImageMiss => ({
    line,
    what: `${path} installs packages that are not locked`,
    fix: `Install from a lock file in ${path}, for example with \`uv sync --frozen\` or \`npm ci\`.`,
  }));
  return [...bases, ...copies, ...installs];
}

function unpinned(image: string, tag: string | undefined, digest: string | undefined): string | undefined {
  if (digest !== undefined) return undefined;
  if (tag === undefined) return image.includes("$") ? "which has no default" : "which names no version";
  if (/^(?:latest|stable|main|master|nightly|edge|lts|current)$/i.test(tag)) return "which moves";
  return tag.includes("$") ? "whose version has no default" : undefined;
}

/** Does a command install packages in whatever version is there today? */
function isLoose({ dependencies }: Sources, text: string): boolean {
  return text.split(/&&|;|\n/).some((command) => {
    if (
      /\bnpm (?:install|i)\b|\byarn (?:install|add)\b(?!.*(?:--frozen-lockfile|--immutable))|\bpnpm (?:install|i)\b(?!.*--frozen-lockfile)/.test(
        command,
      )
    ) {
      return !/\b(?:-g|--global)\b/.test(command) || !/@\d/.test(command);
    }
    if (/\bpoetry install\b/.test(command)) return !dependencies.locks.some(({ tool }) => tool === "poetry");
    if (/\buv sync\b/.test(command))
      return !/--(?:frozen|locked)\b/.test(command) && !dependencies.locks.some(({ tool }) => tool === "uv");
    if (/\bconda (?:env create|install|update)\b|\bmamba (?:env create|install)\b/.test(command))
      return !/lock/.test(command);
    const [, args] = /\b(?:pip3?|python3? -m pip|uv pip) (?:install|sync)\b(.*)/.exec(command) ?? [];
    return args !== undefined && isLoosePip(dependencies, args);
  });
}

function isLoosePip({ declared, locks, manifests }: Sources["dependencies"], args: string): boolean {
  if (/--require-hashes|--no-deps|--no-index/.test(args)) return false;
  const words = args.trim().split(/\s+/);
  const files = words.flatMap((word, index) =>
    /^(?:-r|--requirement|-c|--constraint)$/.test(words[index - 1] ?? "")
      ? [nameOf(word)]
      : (/^(?:-r|--requirement=|--constraint=)(\S+)$/.exec(word)?.[1] ?? []),
  );
  const isPinned = (file: string): boolean => {
    if (locks.some(({ path }) => nameOf(path) === file) || /lock/.test(file)) return true;
    const asked = declared.filter(({ path }) => nameOf(path) === file);
    return asked.length > 0 ? asked.every((one) => one.isPinned) : !manifests.some((path) => nameOf(path) === file);
  };
  if (files.length > 0) return !files.every((file) => isPinned(nameOf(file)));
  const packages = words.filter(
    (word) =>
      word !== "" &&
      !word.startsWith("-") &&
      !/^["']?(?:pip|setuptools|wheel|uv|poetry)["']?$/.test(word) &&
      !isValue(words, word),
  );
  return (
    packages.some(
      (word) => !/==|@|\.whl|\.tar\.gz/.test(word) && !/^["']?\.{0,2}\/?["']?$/.test(word) && !/^["']?\.\[/.test(word),
    ) ||
    // The project itself brings what its manifest asks for, in whatever version.
    (packages.some((word) => /^["']?\.(?:\[|\/|["']?$)/.test(word)) &&
      declared.some(
        ({ ecosystem, isPinned: pinned, isDevelopment }) => ecosystem === "python" && !pinned && !isDevelopment,
      ))
  );
}

function isValue(words: readonly string[], word: string): boolean {
  return /^(?:--index-url|-i|--extra-index-url|--find-links|-f|--target|-t|--prefix|--root)$/.test(
    words[words.indexOf(word) - 1] ?? "",
  );
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
