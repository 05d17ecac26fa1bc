import type { Connection } from "vscode-languageserver";
import { languageOf } from "../project/languages.js";
import { joinPath, within } from "../project/paths.js";
import type { Root } from "../project/roots.js";
import type { Finding } from "../rules/rule.js";
import type { Checker } from "./checker.js";
import { toDiagnostic } from "./diagnostics.js";
import type { Lifecycles } from "./lifecycle.js";
import type { ProjectFile } from "./scan/messages.js";
import type { Settings } from "./settings.js";
import { isTeamFile, uriOf } from "./uris.js";

/** What the rules about whole projects found: published in files that are no code, handed to those that are. */
export interface ProjectFindings {
  /** A project that is at work in the editor: from now on it is looked after. */
  open(root: Root): void;
  /** The findings of a file, where its text as it is now still has the lines that they are about. */
  of(path: string, text: string): readonly Finding[];
  /** The findings of all files of a folder. */
  in(folder: string): ReadonlyMap<string, readonly Finding[]>;
  settingsChanged(): void;
  /** The thread has died, and what it looked after with it. */
  scannerDied(): void;
}

export interface ProjectFindingsOptions {
  readonly connection: Connection;
  readonly settings: Settings;
  /** Shows the findings of the files of code that are open. */
  readonly checker: Pick<Checker, "checkFiles">;
  readonly lifecycles: () => Pick<Lifecycles, "scanProject" | "findingsChanged">;
  /** Lets the editor ask about files that are no code. */
  readonly sync: (paths: readonly string[]) => void;
}

export function openProjectFindings(options: ProjectFindingsOptions): ProjectFindings {
  const { connection, settings, checker, lifecycles, sync } = options;
  /** By project, then by file. */
  const found = new Map<string, ReadonlyMap<string, ProjectFile>>();

  const publish = async (folder: string, { path, findings }: ProjectFile): Promise<void> => {
    if (languageOf(path) !== undefined) return;
    const uri = uriOf(path);
    const known = await settings.of(uri);
    const addressOf = (place: { readonly path: string }): string => uriOf(joinPath(folder, place.path));
    const diagnostics = findings.map((finding) => toDiagnostic(finding, known, addressOf));
    await connection.sendDiagnostics({ uri, diagnostics });
  };

  const take = (folder: string, files: readonly ProjectFile[]): void => {
    const before = found.get(folder) ?? new Map<string, ProjectFile>();
    const after = new Map(files.map((file) => [file.path, file]));
    found.set(folder, after);
    sync([...after.keys()].filter((path) => languageOf(path) === undefined && !isTeamFile(path)));
    const gone = [...before.keys()].flatMap((path) => (after.has(path) ? [] : [{ path, findings: [], lines: [] }]));
    const changed = [...after.values(), ...gone].filter(
      ({ path, findings }) => JSON.stringify(before.get(path)?.findings ?? []) !== JSON.stringify(findings),
    );
    for (const file of changed) void publish(folder, file);
    if (changed.length === 0) return;
    checker.checkFiles(changed.map(({ path }) => path));
    lifecycles().findingsChanged();
  };

  const opened = new Set<string>();
  return {
    open: (root) => {
      if (!root.isProject || opened.has(root.folder)) return;
      opened.add(root.folder);
      lifecycles().scanProject(root, ({ project, files, problems = [] }) => {
        for (const problem of problems) connection.console.error(`In ${project}: ${problem}`);
        if (files !== undefined) take(root.folder, files);
      });
    },
    of: (path, text) => {
      const files = [...found.values()].flatMap((byPath) => byPath.get(path) ?? []);
      return files.flatMap((file) => inText(file, text));
    },
    in: (folder) => {
      const files = [...found.values()].flatMap((byPath) => [...byPath.values()]);
      return new Map(
        files.flatMap(({ path, findings }) => (within(folder, path) === undefined ? [] : [[path, findings] as const])),
      );
    },
    settingsChanged: () => {
      for (const [folder, files] of found) for (const file of files.values()) void publish(folder, file);
    },
    scannerDied: () => opened.clear(),
  };
}

/** Moves findings with their lines, as far as the text has them still. */
function inText({ findings, lines }: ProjectFile, text: string): readonly Finding[] {
  const now = text.split(/\r\n|\r|\n/);
  return findings.flatMap((finding, index) => {
    const places = now.flatMap((line, at) => (line === lines[index] ? [at + 1] : []));
    const [nearest] = places.sort((a, b) => Math.abs(a - finding.start.line) - Math.abs(b - finding.start.line));
    if (nearest === undefined) return [];
    const by = nearest - finding.start.line;
    const { start, end } = finding;
    return [
      {
        ...finding,
        start: { ...start, line: start.line + by },
        end: { ...end, line: end.line + by },
        // Their places are those of the text that was read.
        fixes: by === 0 ? finding.fixes : [],
      },
    ];
  });
}
