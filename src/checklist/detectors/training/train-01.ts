import { textsOf } from "../../../engine/checklist-config.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { onceForEach } from "../../../project/facts/once-for.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import type { Draw, RandomSource } from "../../search/randomness.js";
import { repeatedTraining } from "../../search/repeated-training.js";
import { type Chance, chanceIn } from "../../search/seed-order.js";
import { trainers, trainingRun } from "../../search/training-calls.js";
import { countedFindings } from "../../search/counted-findings.js";
import { objectionsOf } from "../findings.js";

/** Does every source of randomness that training uses have a seed, and is the spread from run to run known? */
export const detector: Detector = (project) => {
  const searched = [
    "Draws and seeds of random, numpy, torch, TensorFlow, scikit-learn, JAX and TensorFlow.js in all code that training comes to.",
    "Tests that train twice and compare, and code that trains with several seeds and reports their spread.",
  ];
  // Seeds in notebooks and tests seed nothing that runs elsewhere.
  if (trainers(project).size === 0)
    return detected({ searched, missing: ["Move training into a module that sets all its seeds."] });
  const chance = chanceIn(project, trainingRun(project));
  const repeated = repeatedTraining(project);
  const open = [...unseeded(project, chance), ...claims(project.code)];
  const missing = open.flatMap(({ allows, what }) => (allows === "fail" ? [`Set it first: ${what}.`] : []));
  return detected({
    evidence: [...seeds(project, chance), ...repeated],
    objections: [
      ...open,
      ...objectionsOf(countedFindings(project), ["sklearn-random-state-missing", "split-repeated-with-other-seed"]),
    ],
    missing: [...missing, ...(repeated.length > 0 ? [] : [trainTwice(project)])],
    searched,
  });
};

function seeds(project: ChecklistProject, { seedings, draws }: Chance): readonly Evidence[] {
  const used = new Set(draws.map(({ source }) => source));
  const global = seedings.flatMap(({ path, line, text, sources }): Evidence[] => {
    const named = sources.filter((source) => used.has(source));
    return named.length === 0
      ? []
      : [{ path, line, level: "L2", what: `\`${text}\` seeds ${named.join(", ")}`, rule: "seed" }];
  });
  const own = draws.flatMap(({ path, line, text, hasOwnSeed }): Evidence[] =>
    hasOwnSeed ? [{ path, line, level: "L2", what: `\`${text}\` has a seed of its own`, rule: "own-seed" }] : [],
  );
  if (draws.length > 0) return [...global, ...own];
  const [place] = project.profile.facts.training.places;
  return place === undefined
    ? []
    : [{ ...place, level: "L2", what: "What trains draws nothing at random", rule: "no-chance" }];
}

/** Sources that are used and have no seed, or one that comes too late. */
function unseeded({ config }: ChecklistProject, { draws, seedings, early }: Chance): readonly Objection[] {
  const wanted = textsOf(config, "repro.seedSources");
  const seeded = new Set(seedings.flatMap(({ sources }) => sources));
  const open = new Map<RandomSource, Draw>();
  for (const draw of draws) {
    if (draw.hasOwnSeed || open.has(draw.source)) continue;
    if (wanted.length > 0 && !wanted.includes(draw.source)) continue;
    if (!seeded.has(draw.source)) open.set(draw.source, draw);
  }
  const without = [...open.values()].map(({ source, path, line, text }): Objection => {
    return {
      path,
      line,
      allows: "fail",
      what: `${names[source]} has no seed: \`${text}\` draws at random`,
      rule: "no-seed",
    };
  });
  const late = [...early].flatMap(([source, { path, line, text }]): Objection[] =>
    wanted.length > 0 && !wanted.includes(source)
      ? []
      : [
          {
            path,
            line,
            allows: "fail",
            what: `the seed of ${names[source]} comes after \`${text}\`, which draws already`,
            rule: "late-seed",
          },
        ],
  );
  return [...without, ...late];
}

const names: Readonly<Record<RandomSource, string>> = {
  ...{ random: "Python's `random`", numpy: "numpy", torch: "torch", tensorflow: "TensorFlow" },
  ...{ sklearn: "scikit-learn", jax: "JAX", tfjs: "TensorFlow.js" },
};

/** cuDNN that looks for the fastest algorithm takes another one from run to run. */
const claims = onceForEach(({ path, role, assigns }: CodeFile): readonly Objection[] => {
  if (role !== "source") return [];
  return assigns.flatMap(({ target, value, line }): Objection[] => {
    const benchmarks = /cudnn\.benchmark$/.test(target) && value.kind === "literal" && value.value === true;
    return benchmarks
      ? [
          {
            path,
            line,
            allows: "partial",
            what: "`cudnn.benchmark = True` takes another algorithm from run to run",
            rule: "benchmark",
          },
        ]
      : [];
  });
});

function trainTwice({ profile }: ChecklistProject): string {
  const [place] = profile.facts.training.places;
  return `Add a test that CI runs: train twice${place === undefined ? "" : ` with ${place.path}`} under one seed and compare, or report mean and spread over several seeds.`;
}
