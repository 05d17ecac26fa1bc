import { textsOf } from "../../../engine/checklist-config.js";
import { detected, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import {
  fieldNames,
  type LogField,
  platformLogs,
  type PredictionLog,
  predictionLogs,
} from "../../search/prediction-log.js";
import { type ServingPath, servingPath } from "../../search/serving-path.js";

/** Is each prediction logged with inputs, the model's version and an id? */
export const detector: Detector = (project) => {
  const path = servingPath(project);
  const wanted = textsOf(project.config, "predictionLog.fields");
  const logs = predictionLogs(project, path).toSorted((a, b) => lacking(a, wanted).length - lacking(b, wanted).length);
  const platform = platformLogs(project);
  const [best] = logs;
  const objections: Objection[] = [];
  if (best !== undefined && platform.length === 0) {
    const lacks = lacking(best, wanted);
    const object = (what: string, rule: string): void => {
      const { path: at, line } = best.evidence;
      objections.push({ path: at, line, allows: "partial", what, rule });
    };
    if (lacks.length > 0) object(`the log of predictions lacks ${lacks.join(", ")}`, "fields-missing");
    if (best.isLogger && !hasSink(project)) object("no handler says where the log goes", "no-sink");
    if (!considersPrivacy(project, path, best))
      object("nothing keeps personal data out of the log", "no-privacy-filter");
  }
  return detected({
    evidence: [...logs.map(({ evidence }) => evidence), ...platform],
    objections,
    missing:
      objections.length > 0
        ? objections.map(({ what }) => `Mend this: ${what}.`)
        : logs.length > 0
          ? []
          : [
              "Write each prediction with its inputs, the model's version, a request id and the time to a log, a table or a topic.",
            ],
    searched: [
      "Writes of records to logs, tables and topics on the way of a prediction, and loggers of serving platforms.",
    ],
  });
};

const words: Readonly<Record<LogField, string>> = {
  inputs: "the inputs",
  prediction: "the prediction",
  version: "the model's version",
  id: "an id of the request",
  time: "the time",
};

function lacking({ fields, names }: PredictionLog, wanted: readonly string[]): readonly string[] {
  if (wanted.length > 0) return wanted.filter((one) => !names.includes(one)).map((one) => `\`${one}\``);
  return fieldNames.filter((field) => !fields.has(field)).map((field) => words[field]);
}

/** Is logging set up, in code or in a file? */
function hasSink({ code, configs }: ChecklistProject): boolean {
  const inCode = code.some(({ role, calls }) => role === "source" && calls.some(({ path = "" }) => sinks.test(path)));
  return (
    inCode ||
    configs.some(({ entries }) =>
      entries.some(({ key }) => /^(?:logging\.)?handlers\.[\w-]+\.class$|^handler_\w+\.class$/.test(key)),
    )
  );
}

const sinks =
  /^(?:logging\.(?:basicConfig|config\.(?:dictConfig|fileConfig)|StreamHandler|FileHandler|handlers\.\w+|Logger\.addHandler)|structlog\.configure|loguru\.logger\.add|loguru\.\w*\.?add|pino(?:\.default|\.pino)?|winston\.createLogger|google\.cloud\.logging\..*setup_logging|watchtower\..*|pythonjsonlogger\..*)$/;

/** Is anything taken out, hashed or left as a reference before it is written, or does the team say which columns are personal? */
function considersPrivacy(
  { config, code }: ChecklistProject,
  { calls }: ServingPath,
  { names }: PredictionLog,
): boolean {
  if (config.settings["privacy.piiColumns"] !== undefined) return true;
  if (names.some((name) => /_(?:hash|ref|uri|sha256)$/.test(name))) return true;
  const filters = code.some(
    ({ role, classes, calls: all }) =>
      role === "source" &&
      (all.some(({ name }) => name === "addFilter") ||
        classes.some(({ bases, name }) => bases.includes("logging.Filter") && privacy.test(name))),
  );
  return (
    filters ||
    calls.some(({ call }) => privacy.test(call.name) || /^(?:hashlib|presidio_\w+|scrubadub)\./.test(call.path ?? ""))
  );
}

const privacy =
  /redact|mask|anonymi|scrub|pseudonym|sanitiz|without_?pii|drop_?(?:pii|personal)|pii|strip_?(?:personal|pii)|loggable|safe_fields|allow_?list|hash/i;
