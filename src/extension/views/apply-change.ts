import type { Lifecycle, LifecycleChange } from "../../protocol.js";

/** What is known after the server told a change. */
export function applyChange(lifecycle: Lifecycle, change: LifecycleChange): Lifecycle {
  return {
    root: lifecycle.root,
    guide: change.guide ?? lifecycle.guide,
    findings: merged(lifecycle.findings, change.findings),
    items: merged(lifecycle.items, change.items),
    checklist: change.checklist === undefined ? lifecycle.checklist : change.checklist,
    tools: merged(lifecycle.tools, change.tools),
    scan: change.scan ?? lifecycle.scan,
    check: change.check ?? lifecycle.check,
  };
}

function merged<T>(
  known: Readonly<Record<string, T>>,
  changes: Readonly<Record<string, T | null>> = {},
): Readonly<Record<string, T>> {
  const all = Object.entries<T | null>({ ...known, ...changes });
  return Object.fromEntries(all.flatMap(([id, value]) => (value === null ? [] : [[id, value] as const])));
}
