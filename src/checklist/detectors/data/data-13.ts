import { textOf, textsOf } from "../../../engine/checklist-config.js";
import type { PipelineStep } from "../../../project/facts/file-facts.js";
import { taskRunners } from "../../../project/facts/pipelines/step.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsTo, callEvidence } from "../../search/code-evidence.js";
import { runsIn } from "../../search/documented-runs.js";
import { documentsAt, passagesOf } from "../../search/documents.js";
import { atMost } from "../../search/pipeline-evidence.js";

/** Is the data pipeline declared, re-runnable and documented (lineage)? */
export const detector: Detector = (project) => {
  const graphs = graphsOf(project);
  const cards = cardsOf(project);
  const prose = graphs.length > 0 ? [] : steps(project);
  const lineage = callsTo(project, { path: /^(?:ml_metadata|openlineage|mlflow\.(?:log_input|data))\b/ }).map((found) =>
    atMost(
      callEvidence(project, found, { what: `\`${found.call.text}\` logs where data comes from`, rule: "lineage" }),
      "L2",
    ),
  );
  const entries = textsOf(project.config, "pipeline.entries").filter(
    (entry) => !project.files.includes(entry.replace(/:.*$/, "")),
  );
  const evidence = [...graphs, ...cards, ...prose, ...lineage];
  return detected({
    evidence,
    objections: graphs[0] === undefined || cards.length > 0 ? [] : [withoutCard(graphs[0])],
    forks:
      evidence.length === 0 && entries.length > 0
        ? [{ question: `Where does ${entries.join(", ")} run, and does it declare each step?` }]
        : [],
    missing: [
      ...(graphs.length > 0
        ? []
        : [
            "Declare the steps from raw data to the trained model with what they read and write, for example in dvc.yaml.",
          ]),
      ...(cards.length > 0
        ? []
        : ["Write a data card: sources, licence, how rows were collected and what is missing."]),
    ],
    searched: [
      "Steps of pipelines that lead to training, data cards and sections on sources, and commands in the README.",
    ],
  });
};

/** Steps that are tied to each other, one of which trains. */
function graphsOf(project: ChecklistProject): readonly Evidence[] {
  const { pipelines, ci } = project;
  const trained = pipelines.filter((step) => trainsIn(project, step) && tied(step, pipelines));
  return trained.map(({ path, line, name, needs, system, schedule }): Evidence => {
    const isRunByCi = ci.runs.some(
      ({ isAutomatic, chain, tool }) => isAutomatic && (chain.includes(path) || tool === system),
    );
    const repeatedBy =
      schedule !== undefined ? "schedule" : isRunByCi ? "ci" : taskRunners.has(system) ? undefined : "pipeline";
    const what = `step "${name}" trains${needs.length > 0 ? ` after ${needs.map((one) => `"${one}"`).join(", ")}` : ""}`;
    return { path, line, level: "L3", what, rule: "pipeline", ...(repeatedBy === undefined ? {} : { repeatedBy }) };
  });
}

function trainsIn({ profile, code }: ChecklistProject, { runs }: PipelineStep): boolean {
  const training = new Set(profile.facts.training.places.map(({ path }) => path));
  const files = runs.map((one) => one.split("#")[0] ?? "");
  return files.some(
    (path) =>
      training.has(path) ||
      code.some(
        (file) => file.path === path && file.imports.some(({ target }) => target !== undefined && training.has(target)),
      ),
  );
}

function tied({ path, name, needs, inputs }: PipelineStep, all: readonly PipelineStep[]): boolean {
  const others = all.filter((one) => one.path === path && one.name !== name);
  return needs.length > 0 || others.some(({ outputs }) => outputs.some((output) => inputs.includes(output)));
}

function cardsOf({ docs, config, files }: ChecklistProject): readonly Evidence[] {
  const stated = textOf(config, "docs.dataCard");
  if (stated !== undefined && files.includes(stated))
    return [{ path: stated, line: 1, level: "L2", what: "The team's data card", rule: "data-card" }];
  const found = [
    ...documentsAt(
      docs,
      /(?:^|\/)(?:data[-_ ]?(?:card|sheet|set[-_ ]?card)s?|dataset|data(?:\/README)?)\.(?:md|rst)$/i,
    ),
    ...passagesOf(docs, {
      heading:
        /\bdata ?sheet\b|\bdata(?:set)? ?card\b|\bdata(?:set)? (?:sources?|provenance|licen[cs]e|origin)\b|\b(?:sources?|origin|provenance) of (?:the )?data\b|^(?:the )?data(?:set)?s?$/i,
    }),
  ];
  return found
    .filter(
      ({ words, text }) =>
        words >= 20 && /source|licen[cs]e|collected|provided by|export|download|origin|comes? from/i.test(text),
    )
    .slice(0, 1)
    .map(({ path, line, heading }) => ({
      path,
      line,
      level: "L2",
      what: `"${heading}" tells where the data comes from`,
      rule: "data-card",
    }));
}

/** Commands in the README that run the project's own files one after the other, under whatever headings. */
function steps(project: ChecklistProject): readonly Evidence[] {
  const sections = project.docs.filter(({ path }) => /(?:^|\/)README/i.test(path));
  const readmes = [...new Set(sections.map(({ path }) => path))];
  return readmes
    .flatMap((readme): readonly Evidence[] => {
      const running = sections
        .filter(({ path }) => path === readme)
        .map((section) => ({ section, runs: runsIn(project, section) }))
        .filter(({ runs }) => runs.size > 0);
      const [first] = running;
      if (first === undefined || new Set(running.flatMap(({ runs }) => [...runs])).size < 2) return [];
      const { path, line, heading } = first.section;
      const what = `"${heading}"${running.length > 1 ? " and what follows" : ""} lists the steps as commands`;
      return [{ path, line, level: "L2", what, rule: "readme-steps" }];
    })
    .slice(0, 1);
}

function withoutCard({ path, line }: Evidence): Objection {
  return {
    path,
    line,
    allows: "partial",
    what: "the steps are declared, and no data card tells where the data comes from",
    rule: "no-data-card",
  };
}
