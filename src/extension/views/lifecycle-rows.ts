import type { ById, GuideReadingNode, GuideStageNode, Lifecycle, StageFindings, ToolInUse } from "../../protocol.js";
import { checklistRow, readinessRow } from "./checklist-rows.js";
import { findingRows, findingsRow, findingTotal, stageIcon } from "./finding-rows.js";
import { topicRow } from "./guide-rows.js";
import { groupRow } from "./group-row.js";
import { countText } from "./count-text.js";
import { readingNames } from "./reading-name.js";
import { readingRow } from "./reading-row.js";
import type { Row, Translate } from "./row.js";
import { openRowMemory, type RowMemory } from "./row-memory.js";
import { toolRows, toolsRow } from "./tool-rows.js";

/** Which stages are shown: all, those with findings, those with tools in use, those that the reader's role passes through. */
export type LifecycleFilter = (typeof lifecycleFilters)[number];
export const lifecycleFilters = ["all", "findings", "tools", "role"] as const;

export interface LifecycleReader {
  /** The id of a role path. */
  readonly role: string | undefined;
  /** Ids of the readings that are read. */
  readonly read: ReadonlySet<string>;
}

/** The rows of the lifecycle view: a stage each, in the guide's order, with all that is known of it. */
export function lifecycleRows(
  lifecycle: Lifecycle,
  filter: LifecycleFilter,
  reader: LifecycleReader,
  t: Translate,
  memory: RowMemory = openRowMemory(),
): readonly Row[] {
  const { stages } = lifecycle.guide;
  const read = [...reader.read].join();
  const ofRole = filter === "role" ? stagesOfRole(lifecycle, reader.role) : undefined;
  const readiness = filter === "all" ? readinessRow(lifecycle, t) : [];
  const rows = stages.flatMap((stage, index) => {
    const about: AboutStage = { lifecycle, stage, number: index + 1, reader, t };
    if (filter === "findings") return onlyFindings(about);
    if (filter === "tools") return onlyTools(about);
    if (ofRole !== undefined && !ofRole.has(stage.id)) return [];
    const { guide, findings, items, checklist, scan, check } = lifecycle;
    const madeOf = [guide, stage, items, checklist, findings[stage.id], scan.state, check.state, read];
    const tools = Object.values(lifecycle.tools).filter((tool) => tool.stage === stage.id);
    return [memory.row(stage.id, [...madeOf, ...tools], () => stageRow(about))];
  });
  return [...readiness, ...rows];
}

interface AboutStage {
  readonly lifecycle: Lifecycle;
  readonly stage: GuideStageNode;
  readonly number: number;
  readonly reader: LifecycleReader;
  readonly t: Translate;
}

function stageRow(about: AboutStage): Row {
  const { lifecycle, stage, reader, t } = about;
  const findings = lifecycle.findings[stage.id];
  const id = `stage/${stage.id}`;
  const readings = lifecycle.guide.readings.filter((reading) => reading.stage === stage.id);
  const items = lifecycle.guide.items.filter((item) => item.stage === stage.id);
  const topics = stage.topics.map((topic) => topicRow(topic, id, t));
  return {
    ...stageHead(about, id),
    description: stateWords(about, readings).join(" · "),
    icon: stageIcon(findings, isAllRead(readings, reader)),
    children: [
      ...(topics.length === 0 ? [] : [groupRow({ id: `${id}/guide`, label: t("Guide"), icon: "book", rows: topics })]),
      ...readingsRow(readings, id, reader, t),
      findingsRow(findings, lifecycle.check, id, t),
      ...(items.length === 0 ? [] : [checklistRow(items, stage, lifecycle, id, t)]),
      toolsRow(toolsOf(about), lifecycle.scan, id, t),
    ],
  };
}

function stageHead(about: AboutStage, id: string): Row {
  const { stage, lifecycle, number, t } = about;
  const readings = lifecycle.guide.readings.filter((reading) => reading.stage === stage.id);
  const place = t("stage {0} of {1}", number, lifecycle.guide.stages.length);
  const essential = lifecycle.guide.paths.filter(({ id: path }) => stage.essentialFor.includes(path));
  const audience =
    essential.length === 0
      ? t("For {0}.", stage.audience)
      : t("Essential for: {0}. For {1}.", essential.map(({ title }) => title).join(", "), stage.audience);
  return {
    id,
    label: stage.title,
    tooltip: `**${stage.title}** (${place})\n\n${stage.summary}\n\n${audience}`,
    spoken: `${stage.title}, ${place}: ${stateWords(about, readings).join(", ")}`,
    context: "stage",
    subject: { kind: "stage", id: stage.id },
  };
}

/** What there is in the stage, what matters most first: a narrow sidebar cuts the end. */
function stateWords(
  { lifecycle, stage, reader, t }: AboutStage,
  readings: readonly GuideReadingNode[],
): readonly string[] {
  const findings = findingTotal(lifecycle.findings[stage.id]);
  const tools = Object.values(lifecycle.tools).filter((tool) => tool.stage === stage.id).length;
  const read = readings.filter(({ id }) => reader.read.has(id)).length;
  return [
    ...(findings === 0 ? [] : [countText(findings, t("1 finding"), t("{0} findings", findings))]),
    ...(tools === 0 ? [] : [countText(tools, t("1 tool"), t("{0} tools", tools))]),
    ...(readings.length === 0
      ? []
      : read > 0
        ? [t("{0} of {1} read", read, readings.length)]
        : [countText(readings.length, t("1 reading"), t("{0} readings", readings.length))]),
    ...(findings + tools + readings.length === 0
      ? [countText(stage.topics.length, t("1 topic"), t("{0} topics", stage.topics.length))]
      : []),
  ];
}

function isAllRead(readings: readonly GuideReadingNode[], { read }: LifecycleReader): boolean {
  return readings.length > 0 && readings.every(({ id }) => read.has(id));
}

/** The readings of a stage; those that stand apart come last, under the name of their group. */
function readingsRow(
  readings: readonly GuideReadingNode[],
  parent: string,
  reader: LifecycleReader,
  t: Translate,
): readonly Row[] {
  if (readings.length === 0) return [];
  const id = `${parent}/readings`;
  const names = readingNames(readings);
  const row = (reading: GuideReadingNode): Row => ({
    ...readingRow(reading, `${id}/${reading.id}`, reader.read, t),
    label: names.get(reading.id) ?? reading.label,
  });
  const groups = [...new Set(readings.flatMap(({ group }) => group ?? []))];
  const apart = groups.map((group) =>
    groupRow({
      id: `${id}/group/${group}`,
      label: group,
      icon: "library",
      rows: readings.filter((reading) => reading.group === group).map(row),
    }),
  );
  const rows = [...readings.filter(({ group }) => group === undefined).map(row), ...apart];
  const read = readings.filter((reading) => reader.read.has(reading.id)).length;
  const description = t("{0} of {1} read", read, readings.length);
  return [groupRow({ id, label: t("Readings"), icon: "library", rows, description })];
}

function toolsOf({ lifecycle, stage }: AboutStage): ById<ToolInUse> {
  return Object.fromEntries(Object.entries(lifecycle.tools).filter(([, tool]) => tool.stage === stage.id));
}

/** The ids differ from those of the whole view, so that a stage that was closed there is open here. */
function onlyFindings(about: AboutStage): readonly Row[] {
  const { lifecycle, stage, t } = about;
  const findings: StageFindings | undefined = lifecycle.findings[stage.id];
  const total = findingTotal(findings);
  if (findings === undefined || total === 0) return [];
  const id = `findings/${stage.id}`;
  const description = countText(total, t("1 finding"), t("{0} findings", total));
  const icon = stageIcon(findings, false);
  return [{ ...stageHead(about, id), description, icon, children: findingRows(findings, id, t), isOpenAtFirst: true }];
}

function onlyTools(about: AboutStage): readonly Row[] {
  const { t } = about;
  const id = `tools/${about.stage.id}`;
  const children = toolRows(toolsOf(about), id, t);
  if (children.length === 0) return [];
  const description = countText(children.length, t("1 tool"), t("{0} tools", children.length));
  return [{ ...stageHead(about, id), description, icon: { name: "tools" }, children, isOpenAtFirst: true }];
}

/** The stages that the path of a role reads from or visits, and those that name the role; all of them without a role. */
function stagesOfRole({ guide }: Lifecycle, role: string | undefined): ReadonlySet<string> | undefined {
  const path = guide.paths.find(({ id }) => id === role);
  if (path === undefined) return undefined;
  const steps = path.steps.flatMap(({ kind, of }) => {
    if (kind === "visit-stage") return of ?? [];
    return kind === "read" ? (guide.readings.find(({ id }) => id === of)?.stage ?? []) : [];
  });
  const skipped = new Set(path.steps.flatMap(({ kind, of }) => (kind === "skip-stage" ? (of ?? []) : [])));
  const essential = guide.stages.filter(({ essentialFor }) => essentialFor.includes(path.id)).map(({ id }) => id);
  return new Set([...steps, ...essential].filter((id) => !skipped.has(id)));
}
