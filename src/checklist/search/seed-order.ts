import type { CodeFile } from "../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../project/facts/once-for.js";
import type { ChecklistProject } from "../project.js";
import { leadingTo, nodeOf } from "./call-graph.js";
import { trainingRoles } from "./training-calls.js";
import { type Draw, drawsIn, type RandomSource, seededBy } from "./randomness.js";

/** A call that seeds the global generators of libraries. */
export interface Seeding {
  readonly sources: readonly RandomSource[];
  readonly path: string;
  readonly line: number;
  readonly within: string;
  readonly text: string;
}

export interface Chance {
  /** What is drawn from global generators, and by calls with a seed of their own. */
  readonly draws: readonly Draw[];
  readonly seedings: readonly Seeding[];
  /** The first draw of a source that comes before its seed is set, in the function that does both. */
  readonly early: ReadonlyMap<RandomSource, Draw>;
}

/** What the code among these functions (`path#name`) draws at random and seeds, and in which order. */
export function chanceIn(project: Pick<ChecklistProject, "code">, among: ReadonlySet<string>): Chance {
  const roles = trainingRoles(project);
  const files = project.code.filter(({ role }) => roles.includes(role));
  const draws = allDraws(files).filter(({ path, within }) => among.has(nodeOf(path, within)));
  const seedings = allSeedings(files).filter(({ path, within }) => among.has(nodeOf(path, within)));
  const early = new Map<RandomSource, Draw>();
  for (const source of new Set(seedings.flatMap(({ sources }) => sources))) {
    const late = earlyDraw(project, files, among, source, draws, seedings);
    if (late !== undefined) early.set(source, late);
  }
  return { draws, seedings, early };
}

const allDraws = onceForEach(drawsIn);
const allSeedings = onceForEach(({ path, calls }: CodeFile): readonly Seeding[] =>
  calls.flatMap((call) => {
    const sources = seededBy(call);
    return sources.length === 0 ? [] : [{ sources, path, line: call.line, within: call.within, text: call.text }];
  }),
);

/** The calls of a file as they stand in it, each with the node of its function. */
const inOrder = onceFor(({ path, calls }: CodeFile) =>
  calls.toSorted((a, b) => a.line - b.line).map((call) => ({ call, node: nodeOf(path, call.within) })),
);

/** In every function, the first call that draws must come after the first that seeds, be it in functions that it calls. */
function earlyDraw(
  project: Pick<ChecklistProject, "code">,
  files: readonly CodeFile[],
  among: ReadonlySet<string>,
  source: RandomSource,
  draws: readonly Draw[],
  seedings: readonly Seeding[],
): Draw | undefined {
  const own = draws.filter((draw) => draw.source === source && !draw.hasOwnSeed);
  const drawing = leadingTo(
    project,
    own.map(({ path, within }) => nodeOf(path, within)),
  );
  const mine = seedings.filter(({ sources }) => sources.includes(source));
  const seeding = leadingTo(
    project,
    mine.map(({ path, within }) => nodeOf(path, within)),
  );
  for (const file of files) {
    const { path } = file;
    /** The first draw of each function of the file, until a seed comes. */
    const pending = new Map<string, Draw>();
    const done = new Set<string>();
    for (const { call, node } of inOrder(file)) {
      const { line, within, text, target } = call;
      if (done.has(within) || !among.has(node)) continue;
      const seeds = mine.some((one) => one.path === path && one.within === within && one.line === line);
      if (seeds || (target !== undefined && seeding.has(target))) {
        const draw = pending.get(within);
        if (draw !== undefined) return draw;
        done.add(within);
      } else if (!pending.has(within)) {
        const direct = own.find((one) => one.path === path && one.within === within && one.line === line);
        const through = target !== undefined && drawing.has(target);
        if (direct !== undefined) pending.set(within, direct);
        else if (through) pending.set(within, { source, path, line, within, text, hasOwnSeed: false });
      }
    }
  }
  return undefined;
}
