import type { Connection } from "vscode-languageserver";
import { parseConfig } from "../engine/config.js";
import type { FolderConfig } from "../project/configs.js";
import type { FileSystem } from "../project/file-system.js";
import { toConfigDiagnostic } from "./diagnostics.js";
import { allMetas } from "../project/project-rules/all-rules.js";
import { uriOf } from "./uris.js";

/** What is wrong with configuration files, shown in them: also in those that are not open but govern something that is. */
export interface ConfigProblems {
  /** A file that governs a document; shown once. */
  show(config: FolderConfig): void;
  /** Reads a file again: it was changed, closed or deleted. `uri` is the editor's own spelling, when it is open. */
  refresh(path: string, uri?: string): Promise<void>;
}

export function openConfigProblems(connection: Connection, files: FileSystem): ConfigProblems {
  const shown = new Map<string, string>();

  const publish = (path: string, problems: FolderConfig["problems"], uri = shown.get(path) ?? uriOf(path)): void => {
    shown.set(path, uri);
    void connection.sendDiagnostics({ uri, diagnostics: problems.map(toConfigDiagnostic) });
  };

  return {
    show: ({ file, problems }) => {
      if (file !== undefined && !shown.has(file)) publish(file, problems);
    },
    refresh: async (path, uri) => {
      const bytes = await files.read(path);
      publish(path, bytes === undefined ? [] : parseConfig(new TextDecoder().decode(bytes), allMetas).problems, uri);
    },
  };
}
