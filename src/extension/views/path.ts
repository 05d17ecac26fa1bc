import type { GuidePathNode, GuideReadingNode, GuideStepNode, LifecycleGuide } from "../../protocol.js";

/** A role's path as a reader walks it: up to where one may stop, and what is optional after that. */
export interface Walk {
  readonly path: GuidePathNode;
  readonly needed: readonly GuideStepNode[];
  readonly optional: readonly GuideStepNode[];
}

/** Undefined when there is no such role. */
export function walkOf(guide: LifecycleGuide, role: string | undefined): Walk | undefined {
  const path = guide.paths.find(({ id }) => id === role);
  if (path === undefined) return undefined;
  const stop = path.steps.findIndex(({ kind }) => kind === "stop");
  const end = stop === -1 ? path.steps.length : stop + 1;
  return { path, needed: path.steps.slice(0, end), optional: path.steps.slice(end) };
}

/** The readings of some steps, in their order. */
export function readingsOf(steps: readonly GuideStepNode[], guide: LifecycleGuide): readonly GuideReadingNode[] {
  return steps.flatMap(({ kind, of }) =>
    kind === "read" ? (guide.readings.find((reading) => reading.id === of) ?? []) : [],
  );
}

/** How far a reader is, and what comes next: after the path's end, what is optional; undefined when all is read. */
export function progressOn(
  { needed, optional }: Walk,
  guide: LifecycleGuide,
  read: ReadonlySet<string>,
): { readonly read: number; readonly of: number; readonly next: GuideReadingNode | undefined } {
  const readings = readingsOf(needed, guide);
  const unread = [...readings, ...readingsOf(optional, guide)].find(({ id }) => !read.has(id));
  return { read: readings.filter(({ id }) => read.has(id)).length, of: readings.length, next: unread };
}

/** The next reading: on the path of the role, else in the order of the guide. */
export function nextReading(
  guide: LifecycleGuide,
  role: string | undefined,
  read: ReadonlySet<string>,
): GuideReadingNode | undefined {
  const walk = walkOf(guide, role);
  return walk === undefined ? guide.readings.find(({ id }) => !read.has(id)) : progressOn(walk, guide, read).next;
}
