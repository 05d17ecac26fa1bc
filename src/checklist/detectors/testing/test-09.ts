import { flagOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, codeEvidence } from "../../search/code-evidence.js";
import { usedOnly } from "../../search/used-only.js";

/** Can predictions be explained to those who need it? */
export const detector: Detector = (project) => {
  const inCode = callsTo(project, { path: explaining }).map((found) =>
    callEvidence(project, found, { what: `\`${found.call.text}\` explains predictions`, rule: "explanation" }),
  );
  const inNotebooks = callsTo(project, { path: explaining, roles: ["notebook"] }).map((found) =>
    usedOnly(
      callEvidence(project, found, {
        what: `\`${found.call.text}\` explains predictions in a notebook`,
        rule: "notebook",
      }),
    ),
  );
  return detected({
    evidence: [...inCode, ...explainRoutes(project), ...inNotebooks],
    forks:
      flagOf(project.config, "explain.required") === undefined
        ? [{ question: "Does anybody need predictions to be explained?" }]
        : [],
    missing: ["Explain a prediction where it is served or reported, for example with SHAP."],
    searched: ["Calls of libraries that explain models, and routes for explanations."],
  });
};

const explaining =
  /^(?:shap\.\w+|lime\.\w+\.\w+|captum\.attr\.\w+|alibi\.explainers\.\w+|interpret\.\w+(?:\.\w+)*\.\w+|eli5\.\w+(?:\.\w+)*|dalex\.\w+|sklearn\.inspection\.\w+(?:\.\w+)*)$/;

/** A route for explanations that returns something. */
function explainRoutes(project: ChecklistProject): readonly Evidence[] {
  return project.code.flatMap(({ path, role, functions }) =>
    functions.flatMap(({ name, line, decorators, hasReturn }) => {
      const route = decorators
        .flatMap(({ positional }) => positional[0] ?? [])
        .find((value) => value.kind === "literal");
      const isExplain = route?.kind === "literal" && /\/explain/.test(String(route.value));
      if (role !== "source" || !isExplain || !hasReturn) return [];
      return [
        codeEvidence(
          project,
          { path, line, within: name },
          { what: `route ${String(route.value)} explains`, rule: "route" },
        ),
      ];
    }),
  );
}
