import { child, entriesOf, textOf } from "../../ci/tree-access.js";
import { readJsonTree } from "../configs/json-tree.js";
import type { Asked, Manifest } from "./asked.js";
import { languageVersion } from "./language-version.js";
import { isPinnedAddress } from "./requirement.js";

/** Reads the tables of a `package.json`. */
export function readPackageJson(path: string, text: string): Manifest {
  const { trees, faults } = readJsonTree(text, path);
  const tree = trees[0];
  const asked = tables.flatMap(({ key, isDevelopment, isConditional }) =>
    entriesOf(child(tree, key)).map(([name, entry]): Asked => {
      const written = textOf(entry) ?? "";
      const isLocal = /^(?:workspace|file|link|portal):/.test(written);
      return {
        ...{ name, ecosystem: "javascript", specifier: written === "*" ? "" : written },
        isPinned: isLocal || isPinned(written),
        ...{ hasHash: false, isDevelopment, path, line: entry.line },
        ...{ isConditional, isLocal },
      };
    }),
  );
  const node = child(tree, "volta", "node") ?? child(tree, "engines", "node");
  const versions = languageVersion("node", textOf(node), { path, line: node?.line ?? 1 }) ?? [];
  return { path, asked, versions, name: textOf(child(tree, "name")), reason: faults[0]?.detail };
}

const tables = [
  { key: "dependencies", isDevelopment: false, isConditional: false },
  { key: "devDependencies", isDevelopment: true, isConditional: false },
  { key: "optionalDependencies", isDevelopment: false, isConditional: true },
  { key: "peerDependencies", isDevelopment: false, isConditional: true },
] as const;

/** `1.2.3`, `npm:other@1.2.3`, an address with a commit or of one file. */
function isPinned(written: string): boolean {
  if (/^(?:npm:@?[^@]+@)?[=v]*\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(written)) return true;
  return /[/:]/.test(written) && isPinnedAddress(written);
}
