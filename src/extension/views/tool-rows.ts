import type { ById, Lifecycle, ProjectPlace, ToolEvidence, ToolInUse } from "../../protocol.js";
import { countText } from "./count-text.js";
import { groupRow } from "./group-row.js";
import type { Row, Translate } from "./row.js";

/** The tools of a stage that the project uses; it says so when there are none, or when they are still looked for. */
export function toolsRow(tools: ById<ToolInUse>, scan: Lifecycle["scan"], parent: string, t: Translate): Row {
  const id = `${parent}/tools`;
  const rows = toolRows(tools, id, t);
  const none = scan.state === "done" ? t("none seen") : t("looking");
  const description = rows.length === 0 ? none : String(rows.length);
  return groupRow({ id, label: t("Tools in use"), icon: "tools", rows, description });
}

/** A row a tool, by name. */
export function toolRows(tools: ById<ToolInUse>, parent: string, t: Translate): readonly Row[] {
  return Object.entries(tools)
    .sort(([, a], [, b]) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map(([id, tool]) => toolRow(tool, `${parent}/${id}`, t));
}

/** A tool with the places that show it. */
function toolRow(tool: ToolInUse, id: string, t: Translate): Row {
  const words = toolWords(tool, t);
  const rows = tool.evidence.map((evidence) => evidenceRow(evidence, id, t));
  const more = tool.evidenceCount - rows.length;
  return {
    id,
    label: tool.name,
    description: words.join(" · "),
    tooltip: [`**${tool.name}**`, tool.purpose, ...(tool.note === undefined ? [] : [tool.note]), tool.url].join("\n\n"),
    spoken: `${tool.name}: ${tool.purpose} ${words.join(", ")}`,
    icon:
      tool.status === "retired" ? { name: "warning", color: "problemsWarningIcon.foreground" } : { name: "package" },
    context: "tool",
    subject: { kind: "tool", url: tool.url },
    children: more <= 0 ? rows : [...rows, moreRow(more, id, t)],
  };
}

function evidenceRow(evidence: ToolEvidence, parent: string, t: Translate): Row {
  const { kind, uri, range, what, inTest } = evidence;
  const place = placeText(evidence);
  const icons = {
    import: "symbol-module",
    dependency: "package",
    file: "file",
    content: "symbol-string",
    ci: "terminal",
  };
  const { line, character } = range?.start ?? { line: 0, character: 0 };
  return {
    id: `${parent}/${kind}/${place}/${what}`,
    label: what,
    description: place,
    tooltip: `\`${what}\` · ${kindWord(kind, t)}\n\n${place}`,
    spoken: [kindWord(kind, t), what, place, ...(inTest ? [t("in a test")] : [])].join(", "),
    icon: { name: icons[kind] },
    context: "evidence",
    opens: { kind: "place", uri, line, column: character },
  };
}

function moreRow(more: number, parent: string, t: Translate): Row {
  const label = countText(more, t("1 more place"), t("{0} more places", more));
  return { id: `${parent}/more`, label, spoken: label, context: "more" };
}

/** The state of a tool, and how many places show it. */
export function toolWords({ status, onlyInTests, evidenceCount }: ToolInUse, t: Translate): readonly string[] {
  return [
    ...(status === "retired" ? [t("retired")] : []),
    ...(onlyInTests ? [t("only in tests")] : []),
    countText(evidenceCount, t("1 place"), t("{0} places", evidenceCount)),
  ];
}

/** A place as one would write it down: the path, with the line where there is one. */
export function placeText({ path, range }: Pick<ProjectPlace, "path" | "range">): string {
  return range === undefined ? path : `${path}:${range.start.line + 1}`;
}

function kindWord(kind: ToolEvidence["kind"], t: Translate): string {
  return {
    import: t("imported"),
    dependency: t("a dependency"),
    file: t("a file"),
    content: t("named in a file"),
    ci: t("run by a script or CI"),
  }[kind];
}
