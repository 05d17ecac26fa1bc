import type { Lifecycle } from "../../protocol.js";
import type { Translate } from "./row.js";

/** How far the folders are read, in words; none when all is done. */
export function checkWords(
  folders: readonly { readonly lifecycle: Pick<Lifecycle, "scan" | "check"> }[],
  t: Translate,
): readonly string[] {
  const sum = (count: (lifecycle: Pick<Lifecycle, "scan" | "check">) => number): number =>
    folders.reduce((total, { lifecycle }) => total + count(lifecycle), 0);
  const checked = sum(({ check }) => check.files);
  const all = sum(({ check }) => check.of);
  const has = (state: Lifecycle["check"]["state"]): boolean =>
    folders.some(({ lifecycle }) => lifecycle.check.state === state);
  if (folders.some(({ lifecycle }) => lifecycle.scan.state === "reading")) {
    return [
      t(
        "reading {0} files",
        sum(({ scan }) => scan.files),
      ),
    ];
  }
  if (has("reading")) return all === 0 ? [] : [t("checking {0} of {1} files", checked, all)];
  return has("stopped") ? [t("halted after {0} of {1} files", checked, all)] : [];
}

/** What is said where nothing was found. */
export function nothingFound({ state }: Lifecycle["check"], t: Translate): string {
  return {
    off: t("none in the open files"),
    reading: t("none so far"),
    stopped: t("none so far"),
    done: t("none"),
  }[state];
}
