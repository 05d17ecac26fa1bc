import type { Connection } from "vscode-languageserver";
import type { Guide } from "../guide/content.js";
import { builtInGuide } from "../guide/guide.js";
import type { FileSystem } from "../project/file-system.js";
import { readGuideFile } from "../project/guide-file.js";
import { joinPath } from "../project/paths.js";
import { toConfigDiagnostic } from "./diagnostics.js";
import { uriOf } from "./uris.js";

export const teamGuidePath = ".preflight/guide.yaml";

/** The guide of a project: as it ships, or with what the team's file makes of it. */
export interface TeamGuide {
  readonly guide: Guide;
  readonly file: string;
  readonly exists: boolean;
}

/** The guides of projects, each read when somebody asks for it. What is wrong with a team's file is shown in the file. */
export interface TeamGuides {
  /** Of the project in a folder. */
  of(root: string): Promise<TeamGuide>;
  /** A project is in use: its file is read soon, when it has one, so that its faults are seen; nothing waits for that. */
  notice(root: string): Promise<void>;
  /** A file was changed, closed or deleted. `uri` is the editor's own spelling, when it is open. */
  refresh(file: string, uri?: string): Promise<void>;
}

export function openTeamGuides(connection: Connection, files: FileSystem): TeamGuides {
  const known = new Map<string, Promise<TeamGuide>>();
  const noticed = new Set<string>();
  const shown = new Map<string, string>();

  const read = async (file: string, uri = shown.get(file) ?? uriOf(file)): Promise<TeamGuide> => {
    const bytes = await files.read(file);
    const guide = builtInGuide();
    if (bytes === undefined) {
      if (shown.delete(file)) void connection.sendDiagnostics({ uri, diagnostics: [] });
      return { guide, file, exists: false };
    }
    const merged = readGuideFile(new TextDecoder().decode(bytes), guide);
    shown.set(file, uri);
    void connection.sendDiagnostics({ uri, diagnostics: merged.problems.map(toConfigDiagnostic) });
    return { guide: merged.guide, file, exists: true };
  };

  const of = (root: string): Promise<TeamGuide> => {
    const file = joinPath(root, teamGuidePath);
    let guide = known.get(file);
    if (guide === undefined) known.set(file, (guide = read(file)));
    return guide;
  };

  return {
    of,
    notice: async (root) => {
      if (noticed.has(root)) return;
      noticed.add(root);
      // Most projects have none, and then the guide is not needed for it.
      if ((await files.stat(joinPath(root, teamGuidePath))) !== undefined) await of(root);
    },
    refresh: async (file, uri) => {
      const reading = read(file, uri);
      known.set(file, reading);
      await reading;
    },
  };
}
