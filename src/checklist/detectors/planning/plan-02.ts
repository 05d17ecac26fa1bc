import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection, type Place } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callsByNode } from "../../search/call-graph.js";
import { codeEvidence } from "../../search/code-evidence.js";
import { passagesOf } from "../../search/documents.js";
import { metricGates } from "../../search/metric-gates.js";
import { isLossName, isMetricName, plainMetric } from "../../search/metric-names.js";
import { openThresholds } from "../../search/metric-thresholds.js";
import { selectorsIn } from "../../search/selectors.js";

/** Is one number named that decides, with thresholds for the rest? */
export const detector: Detector = (project) => {
  const { config, docs } = project;
  const aliases = aliasesOf(config.settings["metric.aliases"]);
  const plain = (name: string): string => plainMetric(name, aliases);
  const deciders = [...inCode(project), ...inConfigs(project)];
  const primary = textOf(config, "metric.primary");
  const metrics = new Set([
    ...deciders.map(({ metric }) => plain(metric)),
    ...(primary === undefined ? [] : [plain(primary)]),
  ]);
  const gates = metricGates(project);
  const gated = new Set(gates.flatMap((gate) => gate.metrics.map(plain)));
  const [only] = metrics;
  const team: readonly Evidence[] =
    primary === undefined
      ? []
      : [
          {
            path: ".preflight/config.yaml",
            line: 1,
            level: "L2",
            what: `The team names \`${primary}\``,
            rule: "metric.primary",
          },
        ];
  const evidence = [...team, ...deciders.map(({ evidence: one }) => one)];
  const agrees = only !== undefined && gated.has(only);
  const prose = passagesOf(docs, { heading: /metric|evaluation|success/i, leastWords: 10 })[0];
  return detected({
    evidence,
    objections: [
      ...(only === undefined
        ? []
        : against([...metrics], deciders, { gated, agrees, hasTeam: primary !== undefined, plain })),
      ...openThresholds(project, plain),
    ],
    forks:
      evidence.length === 0 && prose !== undefined
        ? [{ question: `Is the metric of "${prose.heading}" the one that decides, and where does it?`, at: prose }]
        : [],
    missing: missing([...metrics], deciders.length, agrees),
    searched: [
      "Metrics that early stopping, checkpoints, searches, sweeps and orders of runs decide by, and keys of configurations.",
    ],
  });
};

interface Decider extends Place {
  readonly metric: string;
  readonly evidence: Evidence;
}

function inCode(project: ChecklistProject): readonly Decider[] {
  const functions = callsByNode(project.code);
  return project.code
    .filter(({ role }) => role === "source")
    .flatMap((file) => selectorsIn(file, functions))
    .map((one) => ({
      ...{ path: one.path, line: one.line, metric: one.metric },
      evidence: codeEvidence(project, one, { what: `${one.by} goes by \`${one.metric}\``, rule: "selector" }),
    }));
}

function inConfigs({ configs }: ChecklistProject): readonly Decider[] {
  return configs.flatMap(({ path, entries }) => {
    if (/(?:^|\/)(?:package\.json|\.github\/|tests?\/)|\.pre-commit|mkdocs/.test(path)) return [];
    const isSweep =
      entries.some(({ key }) => key === "method") && entries.some(({ key }) => key.startsWith("parameters."));
    return entries.flatMap(({ key, value, line }): readonly Decider[] => {
      if (typeof value !== "string" || !isMetricName(value)) return [];
      if (!(isSweep && key === "metric.name") && !deciding.test(key)) return [];
      return [
        {
          path,
          line,
          metric: value,
          evidence: { path, line, level: "L2", what: `\`${key}: ${value}\``, rule: "config-key" },
        },
      ];
    });
  });
}

const deciding =
  /(?:^|\.)(?:primary_?metric|objective|objective_?metric|selection[._]metric|eval(?:uation)?[._]metric|metric_for_best_model|(?:early_?stopping|checkpoint)[._](?:monitor|metric))$/i;

interface Circumstances {
  readonly gated: ReadonlySet<string>;
  readonly agrees: boolean;
  readonly hasTeam: boolean;
  readonly plain: (name: string) => string;
}

function against(
  metrics: readonly string[],
  deciders: readonly Decider[],
  { gated, agrees, hasTeam, plain }: Circumstances,
): readonly Objection[] {
  const [first] = deciders;
  const [only = ""] = metrics;
  if (metrics.length > 1) {
    const other = deciders.find(({ metric }) => plain(metric) !== only) ?? first;
    if (other === undefined) return [];
    const names = metrics.map((name) => `\`${name}\``).join(" and ");
    const what = `${names} both decide, and may disagree`;
    return [{ path: other.path, line: other.line, allows: "fail", what, rule: "disagreeing-selectors" }];
  }
  const at = first ?? { path: ".preflight/config.yaml", line: 1 };
  if (gated.size > 0 && !agrees && (isLossName(only) || gated.size === 1)) {
    const what = `\`${only}\` selects, while the gate looks at ${[...gated].map((name) => `\`${name}\``).join(", ")}`;
    return [{ path: at.path, line: at.line, allows: "partial", what, rule: "other-gate" }];
  }
  const places = deciders.length + (hasTeam ? 1 : 0) + (gated.size > 0 ? 1 : 0);
  if (places > 1) return [];
  return [
    {
      path: at.path,
      line: at.line,
      allows: "partial",
      what: `\`${only}\` decides in one place only`,
      rule: "one-place",
    },
  ];
}

function missing(metrics: readonly string[], places: number, agrees: boolean): readonly string[] {
  const [only] = metrics;
  if (only === undefined) {
    return [
      "Name the metric that decides: `monitor=` of a checkpoint, `scoring=` of a search, or `metric.primary` of the team's configuration.",
    ];
  }
  if (metrics.length > 1) return [`Let one of ${metrics.join(", ")} decide, and give the others thresholds.`];
  return agrees || places > 1 ? [] : [`Let \`${only}\` decide in checkpoints, the search and the gate alike.`];
}

function aliasesOf(
  value: ChecklistProject["config"]["settings"][string] | undefined,
): Readonly<Record<string, readonly string[]>> {
  if (value === undefined || typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).map(([name, others]) => [
      name,
      Array.isArray(others) ? others : typeof others === "string" ? [others] : [],
    ]),
  );
}
