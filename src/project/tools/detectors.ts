import { nameOf } from "../paths.js";
import type { Tool } from "../../guide/content.js";
import { globTable } from "./glob-table.js";

/** The detectors of all tools, by what they look at. Made once for a guide. */
export interface Detectors {
  /** In the order of the guide. */
  readonly tools: readonly Tool[];
  /** Python names by the top-level module that they begin with. */
  readonly modules: ReadonlyMap<string, readonly ModuleName[]>;
  /** The tools that a Python distribution shows; of one with an extra, only where the extra is asked for. */
  distribution(name: string, extras: readonly string[]): readonly string[];
  /** The tools that an npm package shows. */
  npm(name: string): readonly string[];
  /** The tools that a file shows by its path from the root. */
  file(path: string): readonly string[];
  folder(path: string): readonly string[];
  /** What to look for in a file. */
  contents(path: string): readonly ToolWords[];
  readonly ci: readonly ToolWords[];
}

export interface ModuleName {
  readonly tool: string;
  readonly name: string;
}

export interface ToolWords {
  readonly tool: string;
  readonly words: readonly string[];
}

export function detectorsOf(tools: readonly Tool[]): Detectors {
  const modules = new Map<string, ModuleName[]>();
  for (const { id, detect } of tools) {
    for (const name of detect.imports) {
      const [top = name] = name.split(".");
      modules.set(top, [...(modules.get(top) ?? []), { tool: id, name }]);
    }
  }
  const distributions = tools.flatMap(({ id, detect }) =>
    detect.dependencies.map((text) => {
      const [, name = text, extra] = /^([^[]+)(?:\[(.+)\])?$/.exec(text) ?? [];
      return { tool: id, name: normalName(name), extra };
    }),
  );
  const packages = tools.flatMap(({ id, detect }) => detect.npm.map((name) => ({ tool: id, name })));
  const isFolder = (glob: string): boolean => glob.endsWith("/");
  const fileTable = globTable(
    tools.map(({ id, detect }) => ({ globs: detect.files.filter((glob) => !isFolder(glob)), value: id })),
  );
  return {
    tools,
    modules,
    distribution: (name, extras) =>
      distributions
        .filter((one) => one.name === normalName(name) && (one.extra === undefined || extras.includes(one.extra)))
        .map(({ tool }) => tool),
    npm: (name) => packages.filter((one) => isPackage(one.name, name)).map(({ tool }) => tool),
    file: (path) => (isForPeople(path) ? [] : fileTable(path)),
    folder: globTable(
      tools.map(({ id, detect }) => ({
        globs: detect.files.filter(isFolder).map((glob) => glob.slice(0, -1)),
        value: id,
      })),
    ),
    contents: globTable(
      tools.flatMap(({ id, detect }) =>
        detect.contents.map(({ files, has }) => ({ globs: files, value: { tool: id, words: has } })),
      ),
    ),
    ci: tools.flatMap(({ id, detect }) => (detect.ci.length === 0 ? [] : [{ tool: id, words: detect.ci }])),
  };
}

/** PEP 503: `Scikit_Learn` and `scikit-learn` are one distribution. */
export function normalName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** `Dockerfile.md` tells people about a container, it makes none. */
function isForPeople(path: string): boolean {
  return /\.(?:md|mdx|rst|adoc|html?)$/i.test(nameOf(path));
}

function isPackage(pattern: string, name: string): boolean {
  return pattern.endsWith("/*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}
