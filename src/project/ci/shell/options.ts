import type { Shell } from "../model.js";

/** What `set` and a shell's own arguments turn on and off. */
export interface ShellOptions {
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

export function optionsAfter(before: ShellOptions, args: readonly string[]): ShellOptions {
  let { errexit, pipefail } = before;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index]!;
    const flags = /^([-+])([A-Za-z]+)$/.exec(arg);
    if (flags === null) continue;
    const isOn = flags[1] === "-";
    if (flags[2]!.includes("e")) errexit = isOn;
    if (!flags[2]!.endsWith("o")) continue;
    const name = args[++index];
    if (name === "errexit") errexit = isOn;
    if (name === "pipefail") pipefail = isOn;
  }
  return { errexit, pipefail };
}

/** A POSIX shell as its own arguments make it: `bash -eo pipefail -c`, `sh -xe`. */
export function posixShell(args: readonly string[] = []): Shell {
  return { kind: "posix", ...optionsAfter({ errexit: false, pipefail: false }, args), checksPieces: false };
}

/** The shell of a script's first line: `#!/bin/bash -e`, `#!/usr/bin/env -S bash -eu`. */
export function shebangShell(text: string): Shell | undefined {
  const words = /^#!\s*(.*)/.exec(text)?.[1]?.trim().split(/\s+/);
  if (words === undefined) return undefined;
  const name = words.findIndex((word) => !/(?:^|\/)env$/.test(word) && !word.startsWith("-") && !word.includes("="));
  const program = (words[name] ?? "").replace(/^.*\//, "");
  if (/^(?:ba|da|z|k|a)?sh$/.test(program)) return posixShell(words.slice(name + 1));
  if (/^(?:python|pypy)[\d.]*$/.test(program)) return { ...posixShell(), kind: "python" };
  if (/^pwsh|^powershell/.test(program)) return { ...posixShell(), kind: "powershell" };
  return { ...posixShell(), kind: "unknown" };
}
