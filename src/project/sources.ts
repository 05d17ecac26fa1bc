import type { FormModule } from "../syntax/form.js";
import type { Configs } from "./configs.js";
import type { Decoded } from "./decode.js";
import type { FileSystem } from "./file-system.js";
import { languageOf } from "./languages.js";
import { parseFile } from "./parse.js";
import { parentOf } from "./paths.js";
import { readSource } from "./read-source.js";
import type { SkipReason } from "./skipped.js";
import { type FileSummary, summaryOf } from "./summary.js";

/** A source file, read and parsed. */
export interface Source {
  readonly path: string;
  readonly form: FormModule;
  readonly summary: FileSummary;
}

export interface Unread {
  readonly reason: SkipReason;
  readonly detail: string;
}

/** The parsed files that are worth keeping in memory, the latest used last. */
export interface Sources {
  readonly load: (path: string) => Promise<Source | Unread>;
  /** The text alone, which is not kept. */
  readonly readText: (path: string) => Promise<Decoded>;
  /** A file that is in memory now. */
  peek(path: string): Source | undefined;
  /** Takes a text that is newer than the file's, such as an open document's. */
  put(path: string, form: FormModule): Source;
  forget(path: string): void;
  /** Can some more be kept without anything being dropped? */
  hasRoom(): boolean;
}

export interface SourcesOptions {
  readonly files: FileSystem;
  /** For the size limit of each file. */
  readonly configs: Configs;
  /** How much source text is kept parsed, in UTF-16 units; trees take several times as much. */
  readonly maxKept: number;
  readonly onLoaded: (source: Source) => void;
}

export function openSources({ files, configs, maxKept, onLoaded }: SourcesOptions): Sources {
  const kept = new Map<string, Source>();
  const loading = new Map<string, Promise<Source | Unread>>();
  let size = 0;

  const forget = (path: string): void => {
    size -= kept.get(path)?.form.text.length ?? 0;
    kept.delete(path);
    loading.delete(path);
  };

  const put = (path: string, form: FormModule): Source => {
    forget(path);
    const source = { path, form, summary: summaryOf(form) };
    kept.set(path, source);
    size += form.text.length;
    for (const oldest of kept.keys()) {
      if (size <= maxKept || oldest === path) break;
      forget(oldest);
    }
    return source;
  };

  const peek = (path: string): Source | undefined => {
    const source = kept.get(path);
    if (source !== undefined) {
      // A map keeps the order of insertion, so what was used last stands last.
      kept.delete(path);
      kept.set(path, source);
    }
    return source;
  };

  const readText = async (path: string): Promise<Decoded> => {
    const { config } = await configs.of(parentOf(path) ?? path);
    return readSource(files, path, languageOf(path) ?? "python", config.maxFileSize);
  };

  const read = async (path: string): Promise<Source | Unread> => {
    const decoded = await readText(path);
    if (!("text" in decoded)) return decoded;
    const form = await parseFile(decoded.text, path);
    if (!("body" in form)) return form;
    const source = put(path, form);
    onLoaded(source);
    return source;
  };

  const load = (path: string): Promise<Source | Unread> => {
    const source = peek(path);
    if (source !== undefined) return Promise.resolve(source);
    let promise = loading.get(path);
    if (promise === undefined) {
      const reading: Promise<Source | Unread> = read(path).finally(() => {
        if (loading.get(path) === reading) loading.delete(path);
      });
      loading.set(path, (promise = reading));
    }
    return promise;
  };

  return { load, readText, peek, put, forget, hasRoom: () => size < maxKept * 0.75 };
}
