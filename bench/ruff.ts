import { createRequire } from "node:module";

/** Another tool that checks one file at a time in this process. */
export interface Peer {
  readonly name: string;
  readonly check: (path: string, text: string) => unknown;
}

interface RuffModule {
  readonly Workspace: new (settings: object, encoding: number) => { check(text: string): unknown };
  readonly PositionEncoding: { readonly Utf16: number };
}

/** Ruff's wasm build, where `scripts/bench.mjs` could install it: its default rules, and all of them. */
export function ruffPeers(packageFolder: string | undefined): Peer[] {
  if (packageFolder === undefined) return [];
  const { Workspace, PositionEncoding } = createRequire(__filename)(packageFolder) as RuffModule;
  return [
    { name: "ruff (wasm), default rules", settings: {} },
    { name: "ruff (wasm), ALL rules", settings: { lint: { select: ["ALL"] } } },
  ].map(({ name, settings }) => {
    const workspace = new Workspace(settings, PositionEncoding.Utf16);
    return { name, check: (_, text) => workspace.check(text) };
  });
}
