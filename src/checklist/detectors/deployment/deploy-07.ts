import type { FactValue } from "../../../project/facts/code-facts.js";
import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { commandEvidence } from "../../search/commands.js";
import { callSearch, callsTo, codeEvidence } from "../../search/code-evidence.js";
import { metricGates } from "../../search/metric-gates.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { sharesInCode } from "../../search/shares-in-code.js";
import { splitsOf } from "../../search/traffic.js";
import { valuesWithin } from "../../search/values.js";

/** Is a new model tried on a trickle or in shadow before full traffic? */
export const detector: Detector = async (project) => {
  const manifests = splitsOf(project).map(({ path, line, what, isJudged }): Evidence =>
    isJudged
      ? {
          path,
          line,
          level: "L3",
          what: `${what} and is judged by metrics`,
          rule: "traffic-split",
          repeatedBy: "pipeline",
        }
      : { path, line, level: "L2", what, rule: "traffic-split" },
  );
  const shares = (await sharesInCode(project)).map(({ what, ...place }) =>
    atMost(codeEvidence(project, place, { what, rule: "share-in-code" }), "L2"),
  );
  const splits = [...manifests, ...ofClouds(project), ...inCode(project), ...shares];
  const judged = splits.length > 0 && manifests.every(({ level }) => level !== "L3") ? await judgesOf(project) : [];
  const rolling = project.kubernetes.flatMap(({ kind, path, entries, name }): readonly Evidence[] => {
    const strategy = entries.find(
      ({ key, value }) => /^spec\.strategy\.(?:type|rollingUpdate\.\w+)$/.test(key) && value !== "Recreate",
    );
    if (kind !== "Deployment" || strategy === undefined) return [];
    return [
      {
        path,
        line: strategy.line,
        level: "L2",
        what: `Deployment ${name ?? ""} replaces its pods one by one, for all traffic`,
        rule: "rolling-update",
      },
    ];
  });
  const outside = textOf(project.config, "rollout.system");
  return detected({
    evidence: [...splits, ...judged, ...rolling],
    missing:
      splits.length === 0
        ? ["Send a small part of the traffic to the new model first, or a copy of it."]
        : ["Add a step that compares metrics of both versions, and then promotes or aborts."],
    forks:
      splits.length + rolling.length === 0 && (outside !== undefined || !describesRelease(project))
        ? [
            {
              question:
                outside === undefined
                  ? "How does a new model come to the service, and what splits the traffic?"
                  : `Where does ${outside} split the traffic?`,
            },
          ]
        : [],
    searched: [
      "Weights and mirrors of KServe, Seldon, Istio, Gateway API, Argo Rollouts, Flagger, Knative and clouds, and splits in the predict path.",
    ],
  });
};

/** Do files say how a new version comes to the service? */
function describesRelease({ kubernetes, compose, ci, files }: ChecklistProject): boolean {
  return (
    kubernetes.some(({ kind }) => /^(?:Deployment|StatefulSet|InferenceService|Service|Rollout)$/.test(kind)) ||
    compose.length > 0 ||
    files.some((path) => /\.tf$/.test(path)) ||
    ci.runs.some(({ command }) =>
      /^(?:kubectl|helm|gcloud run|aws (?:ecs|lambda|sagemaker)|flyctl|fly deploy|az )/.test(command),
    )
  );
}

/** Two variants of an endpoint in a cloud, in code or in settings. */
function ofClouds(project: ChecklistProject): readonly Evidence[] {
  const rule = "endpoint-variants";
  const calls = splittingCalls(project.code).map(({ file, call }): Evidence => ({
    ...{ path: file.path, line: call.line, level: "L2", rule },
    what: `\`${call.text}\` splits the traffic of an endpoint`,
  }));
  const assigned = project.code.flatMap(({ path, role, assigns }) =>
    role !== "source"
      ? []
      : assigns
          .filter(({ target, value }) => /\.(?:traffic|mirror_traffic)$/.test(target) && isSpread(value))
          .map(({ line, target }): Evidence => ({
            path,
            line,
            level: "L2",
            what: `\`${target}\` splits the traffic`,
            rule,
          })),
  );
  const configured = project.configs.flatMap(({ path, entries }): readonly Evidence[] => {
    const shares = entries.filter(
      ({ key, value }) =>
        /^(?:mirror_)?traffic\.[\w-]+$/.test(key) && typeof value === "number" && value > 0 && value < 100,
    );
    const release = entries.find(
      ({ key, value }) => /DeploymentPreference(?:\.Type)?$/.test(key) && /^(?:Canary|Linear)/.test(String(value)),
    );
    const at = shares[0] ?? release;
    return at === undefined ? [] : [{ path, line: at.line, level: "L2", what: `${path} splits the traffic`, rule }];
  });
  return [...calls, ...assigned, ...configured];
}

const splittingCalls = callSearch(({ named }) => {
  const variants = named.ProductionVariants;
  return (
    (variants?.kind === "list" && variants.items.length > 1) ||
    named.ShadowProductionVariants !== undefined ||
    isSpread(named.traffic_split) ||
    (named.traffic_percentage?.kind === "literal" &&
      Number(named.traffic_percentage.value) < 100 &&
      Number(named.traffic_percentage.value) > 0) ||
    named.mirror_traffic !== undefined ||
    Object.values(named).some((value) =>
      [...valuesWithin(value)].some((part) => part.kind === "dict" && "BlueGreenUpdatePolicy" in part.entries),
    )
  );
});

/** `{"blue": 90, "green": 10}`. */
function isSpread(value: FactValue | undefined): boolean {
  if (value?.kind !== "dict") return false;
  const shares = Object.values(value.entries).filter(
    (part) => part.kind !== "literal" || (Number(part.value) > 0 && Number(part.value) < 100),
  );
  return shares.length > 1 || (shares.length === 1 && Object.keys(value.entries).length === 1);
}

/** The service itself asks a second model. */
function inCode(project: ChecklistProject): readonly Evidence[] {
  const second = secondCalls(project.code);
  const flags = callsTo(project, {
    path: /^(?:launchdarkly|ldclient|unleash|UnleashClient|growthbook|flagsmith|statsig|optimizely|configcat|splitio)\b.*(?:variation|is_enabled|is_on|get_feature_value|decide|get_treatment|check_gate)/i,
  });
  return [
    ...second.map(({ file, call }) =>
      atMost(
        codeEvidence(
          project,
          { ...call, path: file.path },
          { what: `\`${call.text}\` asks a second model`, rule: "second-model" },
        ),
        "L2",
      ),
    ),
    ...flags.map(({ file, call }) =>
      atMost(
        codeEvidence(
          project,
          { ...call, path: file.path },
          { what: `\`${call.text}\` splits requests by a flag`, rule: "flag" },
        ),
        "L2",
      ),
    ),
  ];
}

const secondCalls = callSearch(({ text }) =>
  /(?:shadow|challenger|candidate|canary)\w*(?:\.\w+)*\.(?:predict\w*|infer|score|generate|__call__)$|^(?:self\.)?_?(?:run_|call_|score_|predict_)?(?:shadow|challenger|canary)(?:_predict\w*|_score\w*|_model)?$/i.test(
    text,
  ),
);

/** What promotes or aborts: a script that compares metrics and stops, run by CI, or the rollout's own command. */
async function judgesOf(project: ChecklistProject): Promise<readonly Evidence[]> {
  const gates = metricGates(project).filter(({ file }) => file.role === "source");
  const told = { what: "A step compares both versions before the new one gets all traffic", rule: "promotion" };
  const byScript = gates
    .filter(({ file, guard }) =>
      /canary|rollout|promot|shadow|challenger|traffic/i.test(
        [...file.functions.map(({ name }) => name), ...guard.mentions].join(" "),
      ),
    )
    .map(({ file, guard }) => codeEvidence(project, { path: file.path, line: guard.line, within: guard.within }, told))
    .filter(({ level }) => level === "L3" || level === "L4");
  const byCommand = await commandEvidence(
    project,
    /kubectl[- ]argo[- ]rollouts (?:promote|abort)|argo rollouts (?:promote|abort)|(?:promote|judge|analy[sz]e)[-_]canary|canary[-_](?:check|gate|analysis|verify)/i,
    told,
  );
  return [...byScript, ...byCommand];
}
