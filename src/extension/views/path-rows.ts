import type { GuideReadingNode, GuideStepNode, LifecycleGuide } from "../../protocol.js";
import { goalsRow } from "./goal-rows.js";
import { groupRow } from "./group-row.js";
import { topicRow } from "./guide-rows.js";
import { progressOn, walkOf, type Walk } from "./path.js";
import { readingNames } from "./reading-name.js";
import { readingSubject, readingTooltip } from "./reading-row.js";
import type { Row, Translate } from "./row.js";

/** What a reader has done; the ids are those of the guide. */
export interface ReaderState {
  /** The id of a role path, `all` for every reading in the guide's order, or undefined before the choice. */
  readonly role: string | undefined;
  readonly read: ReadonlySet<string>;
  /** Goals that the reader says to master. */
  readonly mastered: ReadonlySet<string>;
  /** Goals that the reader wrote an answer to. */
  readonly answered: ReadonlySet<string>;
}

/** The role of a reader who wants every reading. */
export const allReadings = "all";

/** The rows of the readings view: the steps of the reader's path in their order; none before a role is chosen. */
export function readingRows(guide: LifecycleGuide, reader: ReaderState, t: Translate): readonly Row[] {
  const goals = goalsRow(guide.goals, reader, t);
  if (reader.role === allReadings) return [...stageRows(guide, reader, t), goals];
  const walk = walkOf(guide, reader.role);
  if (walk === undefined) return [];
  const rows = stepRows(walk, guide, reader, t);
  return walk.needed.some(({ kind }) => kind === "goals") ? rows : [...rows, goals];
}

function stepRows(walk: Walk, guide: LifecycleGuide, reader: ReaderState, t: Translate): readonly Row[] {
  const { next } = progressOn(walk, guide, reader.read);
  const names = readingNames(guide.readings);
  let number = 0;
  const row = (step: GuideStepNode): readonly Row[] => {
    const id = `${walk.path.id}/${step.kind}/${step.of ?? ""}`;
    const reading = guide.readings.find((one) => step.kind === "read" && one.id === step.of);
    if (reading !== undefined) {
      number += 1;
      return [
        stepReading(
          { reading, step, number, name: names.get(reading.id) ?? reading.label, isNext: reading === next },
          id,
          reader,
          t,
        ),
      ];
    }
    return markRow(step, id, guide, reader, t);
  };
  const needed = walk.needed.flatMap(row);
  const optional = walk.optional.flatMap(row);
  if (optional.length === 0) return needed;
  const label = t("Optional");
  return [...needed, groupRow({ id: `${walk.path.id}/optional`, label, icon: "library", rows: optional })];
}

interface Place {
  readonly reading: GuideReadingNode;
  readonly step: GuideStepNode;
  readonly number: number;
  readonly name: string;
  readonly isNext: boolean;
}

function stepReading(
  { reading, step, number, name, isNext }: Place,
  id: string,
  { read }: ReaderState,
  t: Translate,
): Row {
  const isRead = read.has(reading.id);
  const source = step.ours ? t("Its place on this path is our estimate.") : t("The reading list itself puts it here.");
  const state = isRead ? t("read") : isNext ? t("next") : t("unread");
  return {
    id,
    label: `${number}. ${name}`,
    description: isNext ? `${t("next")} · ${step.why}` : step.why,
    tooltip: readingTooltip(reading, `${step.why} *${source}*`, t),
    spoken: `${number}. ${name}, ${state}. ${step.why}`,
    // A box to tick says enough, and a narrow sidebar has no room for more.
    ...(isNext ? { icon: { name: "arrow-right", color: "charts.blue" } } : {}),
    isChecked: isRead,
    ...readingSubject(reading, isRead),
  };
}

/** A step that is no reading: where to stop, what to leave out, what to visit, and the learning goals. */
function markRow(
  { kind, of, why }: GuideStepNode,
  id: string,
  guide: LifecycleGuide,
  reader: ReaderState,
  t: Translate,
): readonly Row[] {
  const stage = guide.stages.find((one) => one.id === of);
  const mark = (label: string, icon: string, more: Partial<Row> = {}): readonly Row[] => [
    {
      id,
      label,
      description: why,
      tooltip: why,
      spoken: `${label}. ${why}`,
      icon: { name: icon },
      context: kind,
      ...more,
    },
  ];
  switch (kind) {
    case "stop":
      return mark(t("You can stop here"), "flag");
    case "skip-stage":
      return stage === undefined ? [] : mark(t("{0} can be left out", stage.title), "debug-step-over");
    case "visit-stage":
      if (stage === undefined) return [];
      return mark(stage.title, "compass", { children: stage.topics.map((topic) => topicRow(topic, id, t)) });
    case "goals":
      return [goalsRow(guide.goals, reader, t)];
    case "role":
      return mark(t("Go on with the path of your role"), "account", {
        opens: { kind: "command", command: "mlPreflight.chooseRole" },
      });
    case "read":
      return [];
  }
}

/** Every reading by its stage, in the order of the guide. */
function stageRows(guide: LifecycleGuide, { read }: ReaderState, t: Translate): readonly Row[] {
  const names = readingNames(guide.readings);
  return guide.stages.flatMap((stage) => {
    const readings = guide.readings.filter((reading) => reading.stage === stage.id);
    if (readings.length === 0) return [];
    const id = `${allReadings}/${stage.id}`;
    const count = readings.filter((reading) => read.has(reading.id)).length;
    const rows = readings.map((reading): Row => {
      const isRead = read.has(reading.id);
      return {
        id: `${id}/${reading.id}`,
        label: names.get(reading.id) ?? reading.label,
        ...(reading.note === undefined ? {} : { description: reading.note }),
        tooltip: readingTooltip(reading, undefined, t),
        spoken: `${reading.label}, ${isRead ? t("read") : t("unread")}`,
        isChecked: isRead,
        ...readingSubject(reading, isRead),
      };
    });
    const description = t("{0} of {1} read", count, readings.length);
    return [groupRow({ id, label: stage.title, icon: "library", rows, description })];
  });
}
