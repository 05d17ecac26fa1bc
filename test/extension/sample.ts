import type { FindingRow, Lifecycle, StageFindings, ToolInUse } from "../../src/protocol.js";
import type { Row, Translate } from "../../src/extension/views/row.js";

/** What `vscode.l10n.t` does in English. */
export const english: Translate = (message, ...values) =>
  message.replaceAll(/\{(\d)\}/g, (_, index: string) => String(values[Number(index)]));

/** A guide of three stages, and a role of each kind. */
export const sample: Lifecycle = {
  root: "/project",
  checklist: null,
  guide: {
    teamFile: { uri: "file:///project/.preflight/guide.yaml", exists: false },
    stages: [
      {
        ...{ id: "start", title: "Start", summary: "How to begin.", audience: "everyone", essentialFor: [] },
        topics: [
          {
            ...{ id: "first", title: "First steps", page: "/guide/start/first.md" },
            passages: [{ anchor: "one", title: "One", text: "Begin with **one** [thing](x.md).", readings: ["R-1"] }],
          },
        ],
      },
      {
        ...{ id: "train", title: "Train", summary: "How to train.", audience: "engineers" },
        ...{ essentialFor: ["engineer"], topics: [] },
      },
      { ...{ id: "look", title: "Look", summary: "What is known.", audience: "anyone" }, essentialFor: [], topics: [] },
    ],
    readings: [
      { id: "R-1", label: "The first book", stage: "start", origin: "list" },
      { id: "R-2", label: "A page", url: "https://example.com/a", stage: "start", note: "Short.", origin: "address" },
      { id: "R-3", label: "Training", url: "https://example.com/t", stage: "train", origin: "ours" },
      { id: "R-4", label: "Aside", url: "https://example.com/z", stage: "train", group: "Elsewhere", origin: "list" },
    ],
    paths: [
      {
        ...{ id: "leader", title: "Leader", summary: "Little." },
        steps: [
          { kind: "read", of: "R-1", why: "It starts here.", ours: false },
          { kind: "read", of: "R-2", why: "It goes on.", ours: true },
          { kind: "stop", why: "Enough.", ours: false },
          { kind: "read", of: "R-3", why: "For the curious.", ours: true },
        ],
      },
      {
        ...{ id: "engineer", title: "Engineer", summary: "All." },
        steps: [
          { kind: "visit-stage", of: "look", why: "Look around.", ours: true },
          { kind: "read", of: "R-3", why: "The work.", ours: false },
          { kind: "skip-stage", of: "start", why: "Known.", ours: true },
          { kind: "goals", why: "Check yourself.", ours: true },
          { kind: "role", why: "Go on.", ours: true },
        ],
      },
    ],
    goals: [
      { id: "LG-1.1", week: 1, text: "Say what it is.", page: "/guide/start/first.md#one" },
      { id: "LG-2.1", week: 2, text: "Say why.", page: "/guide/start/first.md#one" },
    ],
    items: [{ id: "PLAN-01", stage: "start", question: "Is it written down?", readings: ["R-1"] }],
  },
  findings: {},
  items: { "PLAN-01": "not-run" },
  tools: {},
  scan: { state: "done", files: 3 },
  check: { state: "done", files: 3, of: 3 },
};

export const pytorch: ToolInUse = {
  ...{ name: "PyTorch", stage: "train", purpose: "Trains.", url: "https://pytorch.org/", status: "active" },
  ...{ onlyInTests: false, evidenceCount: 3 },
  evidence: [
    {
      ...{ kind: "import", uri: "file:///project/train.py", path: "train.py", what: "torch", inTest: false },
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 12 } },
    },
  ],
};

export function finding(line: number, message = "It is wrong."): FindingRow {
  return {
    ...{ uri: "file:///project/src/train.py", path: "src/train.py", rule: "some-rule", severity: "warning", message },
    range: { start: { line, character: 4 }, end: { line, character: 9 } },
  };
}

export function stageFindings(...findings: readonly FindingRow[]): StageFindings {
  const rules: Record<string, number> = {};
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1;
  return { counts: { error: 0, warning: findings.length, info: 0, hint: 0 }, rules, findings };
}

/** Every row of a view, from top to bottom. */
export function allRows(rows: readonly Row[]): readonly Row[] {
  return rows.flatMap((row) => [row, ...allRows(row.children ?? [])]);
}

export function rowAt(rows: readonly Row[], id: string): Row {
  const found = allRows(rows).find((row) => row.id === id);
  if (found === undefined)
    throw new Error(
      `There is no row ${id} among ${allRows(rows)
        .map((row) => row.id)
        .join()}.`,
    );
  return found;
}
