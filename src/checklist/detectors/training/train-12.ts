import { flagOf } from "../../../engine/checklist-config.js";
import { isMetric } from "../../../knowledge/metrics.js";
import { learnsFromRows } from "../../../knowledge/sklearn.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { codeEvidence } from "../../search/code-evidence.js";
import { ranOutOfOrder } from "../../search/notebook-runs.js";

/** Does what trains and serves stand in modules, so that notebooks are for exploring alone? */
export const detector: Detector = async (project) => {
  const notebooks = project.files.filter((path) => path.endsWith(".ipynb"));
  const exported = await exportedNotebooks(project);
  const modules = entryPoints(project).filter(({ path }) => !exported.has(path));
  const disorder = await Promise.all(notebooks.map((path) => ranOutOfOrder(project, path)));
  const outOfOrder = disorder.flatMap((place): Objection[] =>
    place === undefined
      ? []
      : [
          {
            ...place,
            allows: "partial",
            what: `${place.path} was committed with cells run out of order`,
            rule: "run-order",
          },
        ],
  );
  const copies = [...exported].map((path): Evidence => {
    return { path, line: 1, level: "L1", what: `${path} is a notebook that was exported`, rule: "exported" };
  });
  return detected({
    evidence: [...modules, ...importsOfPackage(project), ...copies],
    objections: modules.length === 0 ? [] : [...productionRuns(project), ...onlyInNotebooks(project), ...outOfOrder],
    missing: [
      ...(modules.length === 0 ? ["Move what trains or serves into a module, and import it in the notebook."] : []),
      ...(outOfOrder.length === 0
        ? []
        : ["Run the notebooks from top to bottom before a commit, or clear their outputs with nbstripout."]),
    ],
    searched: [
      `${notebooks.length} notebooks, the code that trains or serves, and commands that run notebooks in CI, pipelines and images.`,
    ],
  });
};

/** What trains or serves outside of notebooks; where nothing does either, the modules themselves. */
function entryPoints(project: ChecklistProject): readonly Evidence[] {
  const { training, serving, batch } = project.profile.facts;
  const sources = new Set(project.code.filter(({ role }) => role === "source").map(({ path }) => path));
  const places = [...training.places, ...serving.places, ...batch.places];
  const found = places.filter(({ path }) => sources.has(path));
  const seen = new Set<string>();
  return found.flatMap((place) => {
    if (seen.has(place.path)) return [];
    seen.add(place.path);
    const told = {
      what: `${place.path} is a module that ${training.places.includes(place) ? "trains" : "predicts"}`,
      rule: "module",
    };
    return [codeEvidence(project, { ...place, within: "" }, told)];
  });
}

function importsOfPackage({ code, profile }: ChecklistProject): readonly Evidence[] {
  // Imports show that modules are in use; they prove nothing where notebooks alone train or serve.
  const isWorking = profile.facts.training.value === true || profile.facts.serving.value === true;
  return code.flatMap(({ path, role, imports }) =>
    role !== "notebook"
      ? []
      : imports.flatMap(({ module, target, line, cell }): Evidence[] => {
          if (target === undefined) return [];
          return [
            {
              path,
              line,
              ...(cell === undefined ? {} : { cell }),
              level: isWorking ? "L1" : "L2",
              what: `The notebook imports \`${module}\` from the project`,
              rule: "imports",
            },
          ];
        }),
  );
}

/** `nbconvert --to script` leaves its marks of cells behind. */
async function exportedNotebooks(project: ChecklistProject): Promise<ReadonlySet<string>> {
  const { code, files } = project;
  const found = new Set<string>();
  if (!files.some((path) => path.endsWith(".ipynb"))) return found;
  for (const { path, role } of code) {
    if (role === "source" && path.endsWith(".py") && /^# In\[[ \d]*\]:/m.test((await project.read(path)) ?? ""))
      found.add(path);
  }
  return found;
}

/** Pipelines, schedules and images that run a notebook do production work with it; in CI on changes it is a test. */
function productionRuns({ config, ci, pipelines, dockerfiles }: ChecklistProject): readonly Objection[] {
  if (flagOf(config, "notebooks.productionAllowed") === true) return [];
  const commands = [
    ...ci.runs.filter(
      ({ isScheduled, triggers }) => isScheduled || !triggers.some((one) => one === "push" || one === "pull-request"),
    ),
    ...pipelines.flatMap(({ commands: own, path, line }) => own.map((command) => ({ command, path, line }))),
    ...dockerfiles.flatMap(({ path, stages }) =>
      stages.flatMap(({ instructions }) =>
        instructions.filter(({ name }) => name !== "COPY").map(({ text, line }) => ({ command: text, path, line })),
      ),
    ),
  ];
  return commands.flatMap(({ command, path, line }): Objection[] => {
    const runs =
      /\bpapermill\b(?!\s*[=<>~])|nbconvert\b.*--execute|execute\b.*nbconvert|jupyter[\s-]+execute|nbclient/.test(
        command,
      ) && !/\bpip3?\s+install|\buv\s+(?:add|pip)|poetry\s+add/.test(command);
    return runs
      ? [{ path, line, allows: "partial", what: `a notebook runs in production: \`${command}\``, rule: "notebook-job" }]
      : [];
  });
}

function onlyInNotebooks({ code }: ChecklistProject): readonly Objection[] {
  return parts.flatMap(({ what, is }): Objection[] => {
    const uses = (role: CodeFile["role"]): readonly CodeFile[] =>
      code.filter((file) => file.role === role && file.calls.some(({ path }) => path !== undefined && is(path)));
    const [first] = uses("notebook");
    if (first === undefined || uses("source").length > 0) return [];
    return [
      {
        path: first.path,
        line: 1,
        allows: "partial",
        what: `only notebooks ${what}: ${first.path}`,
        rule: "only-notebooks",
      },
    ];
  });
}

const parts: readonly { readonly what: string; readonly is: (path: string) => boolean }[] = [
  { what: "evaluate", is: isMetric },
  {
    what: "make features",
    is: (path) => /\.(?:fit|fit_transform)$/.test(path) && learnsFromRows(path.slice(0, path.lastIndexOf("."))),
  },
];
