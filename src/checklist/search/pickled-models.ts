import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callsTo, codeEvidence } from "./code-evidence.js";
import { atMost } from "./pipeline-evidence.js";
import { trainingCalls, trainingRoles } from "./training-calls.js";
import { writtenAs } from "./values.js";

/** A model that is written as a pickle will be unpickled, by code that is still to come or stands elsewhere. */
export function pickledModels(project: ChecklistProject): readonly Evidence[] {
  const path = /^(?:joblib|pickle|cloudpickle|dill)\.dump$/;
  return callsTo(project, { path, roles: trainingRoles(project) })
    .filter(({ file, call: { within, positional } }) => {
      const [written] = positional.map(writtenAs);
      return trainingCalls(project, [file.role]).some(
        ({ file: { path: trained }, call }) =>
          trained === file.path &&
          call.within === within &&
          written !== undefined &&
          (call.resultName === written || call.text.startsWith(`${written}.`)),
      );
    })
    .map(({ file, call }) => {
      const what = `\`${call.text}\` writes a model as a pickle, and no code here loads it`;
      return atMost(codeEvidence(project, { ...call, path: file.path }, { what, rule: "own-pickle" }), "L2");
    });
}
