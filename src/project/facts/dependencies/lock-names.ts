import { at, json, record } from "../../structured.js";

/** The names that a lock holds, as they are written; undefined when the text is no such lock. Locks are long and written by programs, so that lines are enough. */
export type LockNames = (text: string) => readonly string[] | undefined;

export const tomlLockNames: LockNames = (text) =>
  some(
    found(text, /^\[\[package\]\][ \t]*\r?\n(?:\w+[ \t]*=.*\r?\n)*?name[ \t]*=[ \t]*["']([^"']+)["']/gm),
    /^version|^lock-version|^\[metadata/m.test(text),
  );

export const pipfileLockNames: LockNames = (text) => {
  const document = json(text);
  const isLock = at(document, "_meta") !== undefined || at(document, "default") !== undefined;
  return some(
    ["default", "develop"].flatMap((key) => Object.keys(record(at(document, key)))),
    isLock,
  );
};

export const condaLockNames: LockNames = (text) => [
  ...found(text, /^[ \t]*(?:- )?name:[ \t]*["']?([\w.-]+)/gm),
  ...found(text, /\/([\w.-]+)-[^-/\s]+-[^-/\s]+\.(?:conda|tar\.bz2)\b/g),
];

export const npmLockNames: LockNames = (text) => {
  const document = json(text);
  const packages = Object.keys(record(at(document, "packages"))).flatMap(
    (key) => /.*node_modules\/(.+)$/.exec(key)?.[1] ?? [],
  );
  const isLock = at(document, "lockfileVersion") !== undefined;
  return some([...packages, ...Object.keys(record(at(document, "dependencies")))], isLock);
};

/** `"@scope/name@^1.0.0", "@scope/name@^1.1.0":` */
export const yarnLockNames: LockNames = (text) =>
  some(
    found(text, /^(?! )(?!#)(.+):[ \t]*$/gm).flatMap((key) =>
      key.split(/,\s*/).flatMap((one) => /^["']?(@?[^@"']+)@/.exec(one.trim())?.[1] ?? []),
    ),
    /yarn lockfile|^__metadata:/m.test(text),
  );

/** `/name/1.0.0:`, `/@scope/name@1.0.0(peer):`, `'@scope/name@1.0.0':`, by the version of the format. */
export const pnpmLockNames: LockNames = (text) =>
  some(
    found(text, /^ {2}['"]?\/?((?:@[^/@'"\s]+\/)?[^/@'"\s]+)[@/][^\s].*:[ \t]*(?:\{.*)?$/gm),
    /^lockfileVersion:/m.test(text),
  );

export const bunLockNames: LockNames = (text) => {
  const document = json(text.replace(/,(?=\s*[}\]])/g, ""));
  return some(Object.keys(record(at(document, "packages"))), at(document, "lockfileVersion") !== undefined);
};

function found(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function some(names: readonly string[], isLock: boolean): readonly string[] | undefined {
  return names.length > 0 || isLock ? names : undefined;
}
