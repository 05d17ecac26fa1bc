import { change, type Section } from "./change-list.js";
import type { Guide, GuideStage, PathStep, Reading, RolePath } from "./content.js";
import { readEntry, type Fault } from "./entry.js";
import { withoutDeadEnds } from "./dead-ends.js";
import { changeReading, changeStage, changeTool, changeTopic } from "./team-changes.js";
import { readTeamFile, type ReadingChange, type TeamFile, type TopicChange } from "./team-file.js";

/**
 * The guide as a team wants it: `file` is what `.preflight/guide.yaml` holds, as plain data. Total: an entry that has a
 * fault is left out whole, with the fault at its path, and everything else counts.
 */
export function mergeGuide(guide: Guide, file: unknown): { readonly guide: Guide; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const team = readEntry(file ?? {}, [], faults, readTeamFile);
  const unread = new Set(faults.map(({ path }) => path.slice(0, 2).join(" ")));
  const section = <C>(name: keyof TeamFile, what: string, changes: readonly C[]): Section<C> => ({
    changes: changes.flatMap((one, index) => (unread.has(`${name} ${index}`) ? [] : [{ one, path: [name, index] }])),
    what,
    faults,
  });

  const stages = change(guide.stages, section("stages", "stage", team.stages), changeStage);
  const stageIds = new Set(stages.map(({ id }) => id));
  const readings = change(
    guide.readings,
    section("readings", "reading", team.readings),
    changeReading(stageIds, new Set(guide.paths.map(({ id }) => id))),
  );
  const readingIds = new Set(readings.map(({ id }) => id));
  const withTopics = changeTopics(stages, section("topics", "topic", team.topics), readingIds);
  const tools = change(guide.tools, section("tools", "tool", team.tools), changeTool(stageIds));
  const merged = { ...guide, stages: withTopics, tools, readings: readings.map(inOrder) };
  const paths = guide.paths.map((path) => withTeamReadings(path, team.readings, readings));
  return { guide: withoutDeadEnds({ ...merged, paths }), faults };
}

/** Topics are named `stage/topic`, and stay in their stage. */
function changeTopics(
  stages: readonly GuideStage[],
  section: Section<TopicChange>,
  readings: ReadonlySet<string>,
): readonly GuideStage[] {
  const split = section.changes.map(({ one, path }) => {
    const [stage = "", ...topic] = one.id.split("/");
    const local = (id: string | undefined): string | undefined =>
      id?.startsWith(`${stage}/`) === true ? id.slice(stage.length + 1) : id;
    return { stage, path, one: { ...one, id: topic.join("/"), before: local(one.before), after: local(one.after) } };
  });
  for (const { stage, path } of split) {
    if (stages.every(({ id }) => id !== stage)) {
      section.faults.push({
        path: [...path, "id"],
        message: `a topic is named \`stage/topic\`, and there is no stage \`${stage}\``,
      });
    }
  }
  return stages.map((stage) => {
    const changes = split.filter((entry) => entry.stage === stage.id);
    return { ...stage, topics: change(stage.topics, { ...section, changes }, changeTopic(readings)) };
  });
}

/** A path with the readings that a team adds to it, before it hands over to another. */
function withTeamReadings(path: RolePath, changes: readonly ReadingChange[], readings: readonly Reading[]): RolePath {
  const steps = changes
    .filter(({ id, roles }) => roles.includes(path.id) && readings.some((reading) => reading.id === id))
    .map(({ id, why }): PathStep => ({
      kind: "read",
      of: id,
      why: why ?? "Added by your team.",
      ours: false,
      rows: [],
    }));
  const known = new Set(path.steps.map(({ of }) => of));
  const added = steps.filter(({ of }) => !known.has(of));
  const isLast = ({ kind }: PathStep): boolean => kind === "goals" || kind === "role";
  return { ...path, steps: [...path.steps.filter((step) => !isLast(step)), ...added, ...path.steps.filter(isLast)] };
}

function inOrder(reading: Reading, index: number): Reading {
  return { ...reading, order: index + 1 };
}
