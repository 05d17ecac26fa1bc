import type { Connection, Diagnostic } from "vscode-languageserver";
import { currentAttestations } from "../checklist/attestations/current.js";
import { attestationProblems } from "../checklist/attestations/problems.js";
import { readAttestations } from "../checklist/attestations/read.js";
import { readAttestationText } from "../checklist/attestations/read-text.js";
import type { ItemResult } from "../checklist/result.js";
import { builtInGuide } from "../guide/guide.js";
import type { FileSystem } from "../project/file-system.js";
import type { Root } from "../project/roots.js";
import { today } from "./checklist/clock.js";
import { signOffFile } from "./checklist/sign-offs.js";
import { toAttestationDiagnostic } from "./diagnostics.js";
import type { Projects } from "./projects.js";
import type { Settings } from "./settings.js";
import { isAttestationFile, uriOf } from "./uris.js";

/** What people should know about the words that they gave, shown where these stand: also while the file is not open. */
export interface AttestationProblems {
  /** A project is in use: its file is read, once. */
  notice(root: Root): Promise<void>;
  /** The checklist was answered: by now it is known which items do not apply. */
  answered(root: Root, items: readonly ItemResult[]): Promise<void>;
  /** A file was changed, closed or deleted; false when people do not sign there. `uri` is the editor's own spelling, when it is open. */
  refresh(path: string, uri?: string): Promise<boolean>;
  /** A configuration was changed, which may name another file, and items of the team's own; or a setting was. */
  refreshAll(): Promise<void>;
}

export interface AttestationProblemsOptions {
  readonly connection: Connection;
  readonly projects: Pick<Projects, "configs" | "of">;
  readonly settings: Settings;
  readonly files: FileSystem;
  /** The text of an open file. */
  readonly openText: (path: string) => string | undefined;
}

interface OpenFile {
  readonly path: string;
  readonly uri: string;
}

/** What is known of the file of a project. */
interface Known {
  readonly root: Root;
  path: string | undefined;
  uri: string | undefined;
  /** Of the last run; empty before it. */
  items: readonly ItemResult[];
  shown: boolean;
}

export function openAttestationProblems(options: AttestationProblemsOptions): AttestationProblems {
  const { connection, files, projects, settings, openText } = options;
  const known = new Map<string, Known>();

  const publish = (one: Known, uri: string, diagnostics: Diagnostic[]): void => {
    // A file without a fault is not told of, unless it had one.
    if (diagnostics.length === 0 && !one.shown) return;
    one.shown = diagnostics.length > 0;
    void connection.sendDiagnostics({ uri, diagnostics });
  };

  const show = async (one: Known, open?: OpenFile): Promise<void> => {
    const file = await signOffFile(one.root, { files, projects });
    if (file?.path !== one.path) {
      if (one.uri !== undefined) publish(one, one.uri, []);
      one.path = file?.path;
      one.uri = file && uriOf(file.path);
    }
    if (file === undefined) return;
    const uri = (one.uri = (open?.path === file.path ? open.uri : one.uri) ?? uriOf(file.path));
    const text = openText(file.path) ?? (await readAttestationText(files, one.root, file.name)).text;
    publish(one, uri, text === "" ? [] : await diagnosticsOf(text, one, { uri, expiryDays: file.expiryDays }));
  };

  const diagnosticsOf = async (
    text: string,
    { root, items }: Known,
    { uri, expiryDays }: { readonly uri: string; readonly expiryDays: number },
  ): Promise<Diagnostic[]> => {
    const ours = builtInGuide().items.map(({ id }) => id);
    const { config } = await projects.configs.of(root.folder);
    const ids = [...ours, ...config.checklist.custom.map(({ id }) => id)];
    const day = today();
    const file = readAttestations(text, ids, day);
    const { current, expired } = currentAttestations(file.attestations, day, expiryDays);
    const taste = await settings.of(uri);
    return attestationProblems(text, file, current, expired, items).map((problem) =>
      toAttestationDiagnostic(
        problem,
        ours.find((id) => id === problem.item),
        taste,
      ),
    );
  };

  let last: Promise<unknown> = Promise.resolve();
  /** One after the other, so that what was read last is what is shown. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const of = (root: Root): Known => {
    const found = known.get(root.folder) ?? { root, path: undefined, uri: undefined, items: [], shown: false };
    known.set(root.folder, found);
    return found;
  };

  return {
    notice: async (root) => {
      if (!known.has(root.folder)) await inTurn(() => show(of(root)));
    },
    answered: (root, items) => {
      const one = of(root);
      one.items = items;
      return inTurn(() => show(one));
    },
    refresh: async (path, uri) => {
      const owner = [...known.values()].find((one) => one.path === path);
      if (owner === undefined && !isAttestationFile(path)) return false;
      const one = owner ?? of((await projects.of(path)).root);
      await inTurn(() => show(one, uri === undefined ? undefined : { path, uri }));
      return true;
    },
    refreshAll: async () => {
      for (const one of known.values()) await inTurn(() => show(one));
    },
  };
}
