import type { Detector, ChecklistProject } from "../../project.js";
import type { Evidence } from "../../evidence.js";
import { alertEvidence, alertRules, alertTopics } from "../../search/alert-rules.js";
import { nodeOf } from "../../search/call-graph.js";
import { callEvidence, type FoundCall } from "../../search/code-evidence.js";
import { auditsOf } from "../../search/dependency-bots.js";
import { notifyCalls, notifyEvidence } from "../../search/notifications.js";
import { inParts } from "../../search/parts.js";
import { atMost } from "../../search/pipeline-evidence.js";
import { rateLimits } from "../../search/rate-limits.js";
import { servingPath } from "../../search/serving-path.js";

/** Is abuse of the model, or an attack on it, noticed and limited? */
export const detector: Detector = async (project) => {
  const path = servingPath(project);
  const guards = path.calls.filter(({ call }) => detectors.test(call.path ?? "")).map((found) => guard(project, found));
  const alerts = (await alertRules(project)).filter(({ text }) => alertTopics.abuse.test(text)).map(alertEvidence);
  const told = notifyCalls(project)
    .filter(({ file, call }) => path.functions.has(nodeOf(file.path, call.within)) && guards.length > 0)
    .map((found) => notifyEvidence(project, found));
  const scans = auditsOf(project).map((evidence) => atMost(evidence, "L2"));
  return inParts(
    [
      {
        evidence: await rateLimits(project),
        absent: "nothing limits how often the model can be asked",
        missing: "Limit requests to the predict route, at the gateway or in code.",
      },
      {
        evidence: [...alerts, ...told],
        absent: "nobody is told of abuse",
        missing: "Alert on refused log-ins, on throttled requests or on inputs that look like an attack.",
      },
    ],
    {
      evidence: [...guards.map((evidence) => atMost(evidence, "L2")), ...scans],
      searched: [
        "Limits of requests in code, manifests, web servers and gateways; checks of inputs against attacks; alert rules on refused and throttled requests; scans in CI.",
      ],
    },
  );
};

function guard(project: ChecklistProject, found: FoundCall): Evidence {
  return callEvidence(project, found, {
    what: `\`${found.call.text}\` looks for attacks in the input`,
    rule: "attack-check",
  });
}

const detectors =
  /^(?:llm_guard|guardrails|nemoguardrails|rebuff|lakera\w*|llama_firewall|presidio_analyzer|art\.(?:defences|estimators)|alibi_detect\.(?:od|ad)|foolbox|pyrit|openai\..*moderations)\b/;
