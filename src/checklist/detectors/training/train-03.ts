import { textsOf } from "../../../engine/checklist-config.js";
import { matchesGlobs } from "../../../engine/globs.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import { onceFor, onceForEach } from "../../../project/facts/once-for.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callSearch } from "../../search/code-evidence.js";
import { wordsOf } from "../../search/fact-values.js";
import { type HyperKind, type HyperUse, hyperUses } from "../../search/hyperparameters.js";
import { originOf, settingsReaders } from "../../search/settings-origin.js";
import { nodeOf } from "../../search/call-graph.js";
import { plainKey } from "../../search/sensitivity.js";
import { trainers, trainingCalls, trainingRun, trainsInNotebooksOnly } from "../../search/training-calls.js";

/** Do the numbers that training turns on come from settings, and are none written into the code? */
export const detector: Detector = (project) => {
  const searched = [
    "Learning rate, batch size, epochs, model size and seed where they go into optimisers, loaders, models and loops.",
    "Command lines, files of settings and settings classes that the code reads.",
  ];
  if (trainers(project).size === 0 || trainsInNotebooksOnly(project)) {
    const [notebook] = trainingCalls(project, ["notebook"]);
    const at = notebook && { path: notebook.file.path, line: notebook.call.line };
    return detected({
      searched,
      forks:
        notebook === undefined
          ? []
          : [{ question: "Only notebooks train: where are the numbers of a run kept?", ...(at && { at }) }],
    });
  }
  const readers = settingsReaders(project);
  const uses = hyperUses(project);
  const hasSource = readers.length > 0 || hasSettingsClass(project);
  const origins = uses.map((use) => ({
    use,
    origin: isDefaultOfSettings(project, use) ? "settings" : originOf(project, use.file, use.call.within, use.value),
  }));
  const outside = hasSource ? origins.filter(({ origin }) => origin === "settings") : [];
  const written = origins.filter(({ origin, use }) => origin === "literal" && !isHarmless(use));
  const spread = hasSource ? spreads(project) : [];
  const open = [...firstOfEach(written.map(({ use }) => use)), ...overwritten(project.code)];
  const evidence = [...outside.map(({ use }) => shown(project, use)), ...spread];
  const [reader] = readers;
  if (evidence.length > 0 && reader !== undefined)
    evidence.push(
      callEvidence(project, reader, { what: `\`${reader.call.text}\` reads the settings`, rule: "settings" }),
    );
  return detected({
    evidence,
    objections: [...open, ...unmatchedPaths(project, evidence)],
    missing: open.map(({ path, line, what }) => `Take it from the settings (${path}:${line}): ${what}.`),
    searched,
  });
};

function shown(project: ChecklistProject, { kind, name, value, file, call }: HyperUse): Evidence {
  return callEvidence(
    project,
    { file, call },
    { what: `The ${kind} comes from settings: \`${name}=${wordsOf(value)}\``, rule: "from-settings" },
  );
}

/** `Model(**config["model"])` takes all of them from settings. */
function spreads(project: ChecklistProject): readonly Evidence[] {
  const run = trainingRun(project);
  return spreadingCalls(project.code)
    .filter(({ file, call }) => run.has(nodeOf(file.path, call.within)))
    .map((found) =>
      callEvidence(project, found, {
        what: `\`${found.call.text}\` takes its settings as a whole`,
        rule: "handed-on",
      }),
    );
}

const spreadingCalls = callSearch(
  ({ spreads: isWhole, name }) => isWhole === true && (/^[A-Z]/.test(name) || name === "set_params"),
);

function firstOfEach(uses: readonly HyperUse[]): readonly Objection[] {
  const seen = new Set<HyperKind>();
  return uses.flatMap(({ kind, name, value, file, call }): Objection[] => {
    if (seen.has(kind)) return [];
    seen.add(kind);
    const cell = call.cell === undefined ? {} : { cell: call.cell };
    return [
      {
        path: file.path,
        line: call.line,
        ...cell,
        allows: "partial",
        what: `the ${kind} is written into the code: \`${name}=${wordsOf(value)}\``,
        rule: "literal",
      },
    ];
  });
}

/** A switch such as `dropout=0` or a seed of zero of something that does not train tells nothing. */
function isHarmless({ value }: HyperUse): boolean {
  return value.kind === "literal" && typeof value.value === "boolean";
}

/** `cfg.lr = 0.1` in the code outweighs whatever the file of settings says. */
const overwritten = onceForEach(({ path, role, assigns }: CodeFile): readonly Objection[] =>
  role !== "source"
    ? []
    : assigns.flatMap(({ target, value, line }): Objection[] => {
        const values = value.kind === "list" ? value.items : [value];
        const isOver =
          target.split(/,\s*/).some((one) => settingsEntry.test(one)) && values.some((one) => one.kind === "literal");
        return isOver
          ? [
              {
                path,
                line,
                allows: "partial",
                what: `\`${target} = ${wordsOf(value)}\` overwrites the settings`,
                rule: "overwritten",
              },
            ]
          : [];
      }),
);

const settingsEntry =
  /^(?:args|cfg|config|params|hparams|settings|opt)(?:\.|\[["'])(?:\w+\.)*(?:lr|learning_rate|batch_size|epochs|num_epochs|seed|max_depth|n_estimators|hidden\w*)(?:["']\])?$/;

/** A class of settings with defaults and types, of which the code makes an object. */
function hasSettingsClass({ code }: ChecklistProject): boolean {
  return code.some(holdsSettings);
}

const holdsSettings = onceFor(
  ({ role, path, classes }: CodeFile) =>
    role === "source" &&
    (/(?:^|\/)(?:config|settings|params|hparams)\.(?:py|[jt]s)$/.test(path) ||
      classes.some(
        ({ name, fields, bases, decorators }) =>
          fields.length > 0 &&
          settingsClass.test(name) &&
          (decorators.some(({ name: decorator }) => decorator === "dataclass" || decorator === "define") ||
            bases.length > 0),
      )),
);

/** `cfg.lr` of a class of settings shows as its default, which whoever makes the object may change. */
function isDefaultOfSettings({ code }: ChecklistProject, { name, value }: HyperUse): boolean {
  if (value.kind !== "literal") return false;
  const isSame = (field: string): boolean => field === name || plainKey(field).startsWith(name.slice(0, 2));
  return settingsFields(code).some(
    (field) => isSame(field.name) && field.default?.kind === "literal" && field.default.value === value.value,
  );
}

/** Every number of a project is compared with them. */
const settingsFields = onceForEach(({ role, classes }: CodeFile) =>
  role === "source" ? classes.flatMap(({ name, fields }) => (settingsClass.test(name) ? fields : [])) : [],
);

const settingsClass = /config|settings|params|args|options|hparams/i;

/** The team says where the settings are. */
function unmatchedPaths({ config, files }: ChecklistProject, evidence: readonly Evidence[]): readonly Objection[] {
  const globs = textsOf(config, "config.paths");
  const [first] = evidence;
  if (globs.length === 0 || first === undefined || files.some((path) => matchesGlobs(globs, path))) return [];
  return [
    {
      path: first.path,
      line: first.line,
      allows: "partial",
      what: `no file is tracked under ${globs.join(", ")}`,
      rule: "untracked-settings",
    },
  ];
}
