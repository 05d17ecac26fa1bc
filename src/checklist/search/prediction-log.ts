import type { CallFact, CodeFile, FactValue } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { callEvidence, type FoundCall } from "./code-evidence.js";
import { isOfProduct } from "./product-files.js";
import type { ServingPath } from "./serving-path.js";
import { valuesWithin } from "./values.js";

/** A record of a prediction that is kept, and what it holds. */
export interface PredictionLog {
  readonly evidence: Evidence;
  readonly call: CallFact;
  readonly fields: ReadonlySet<LogField>;
  /** The names of all that is written. */
  readonly names: readonly string[];
  /** Is it a logger's, which writes the time by itself and needs a handler? */
  readonly isLogger: boolean;
}

export type LogField = keyof typeof logFields;
/** What stands for each of the five fields. */
export const logFields = {
  inputs:
    /^(?:model_?)?(?:features?|inputs?|payload|request_?body|row|instance|instances|x|raw|text|prompt|messages|question|query|data|image_?(?:hash|uri|path|id)|features?_(?:hash|ref|uri|json)|input_(?:hash|ref|uri|json|text|data)|feature_\w+)$/i,
  prediction:
    /^(?:predictions?|predicted|predicted_\w+|prediction_\w+|scores?|proba\w*|probabilit\w+|outputs?|label|answer|completion|response|result|forecast|yhat|y_pred|class|decision|eta\w*|ranking|items|recommendations|\w+_score|\w+_prediction)$/i,
  version:
    /(?:model|weights|artifact|bundle)\w*(?:version|hash|sha|uri|id|revision|name|tag)|^(?:version|model|revision|run_id|mlflow_run_id|prompt_version|release)$/i,
  id: /^(?:request|prediction|trace|correlation|inference|event|call|query|order|span|session)_?(?:id|uuid)$|^(?:id|uuid|rid|key)$/i,
  time: /^(?:time|timestamp|ts|at|logged_at|created_at|served_at|predicted_at|event_time|date|when|asctime|received_at|scored_at)$/i,
} as const;

/** What is written for each prediction on its way, sources of requests alone left out. */
export function predictionLogs(project: ChecklistProject, { calls, routes }: ServingPath): readonly PredictionLog[] {
  return calls.flatMap((found): readonly PredictionLog[] => {
    const { call, file } = found;
    const isLogger = logs(call);
    if (!isLogger && !writes(call)) return [];
    const names = [
      ...namesIn(call, file),
      ...namesFromCallers(found, calls),
      ...recordsIn(call, file).flatMap((node) => namesReturned(node, project)),
    ];
    const fields = new Set<LogField>(fieldNames.filter((field) => names.some((name) => logFields[field].test(name))));
    // Nobody asks a batch for anything: a row goes by the key of what it is about.
    if (routes.length === 0 && names.some((name) => rowKey.test(name))) fields.add("id");
    if (isLogger) fields.add("time");
    // What stands beside the inputs or the id of a request is what was answered, whatever its name.
    const isKnown = (name: string): boolean => fieldNames.some((field) => logFields[field].test(name));
    if ((fields.has("inputs") || fields.has("id")) && names.some((name) => !isKnown(name))) fields.add("prediction");
    if (!fields.has("prediction") || names.length < 2) return [];
    const evidence = callEvidence(project, found, {
      what: `\`${call.text}\` writes ${names.slice(0, 8).join(", ")}`,
      rule: "prediction-log",
    });
    return [{ evidence, call, fields, names, isLogger }];
  });
}

const rowKey = /^(?!(?:\w+_)?(?:model|run|experiment|user|customer|client|tenant|account)_)[a-z]\w*_(?:id|key)$/;

/** Functions of the project that gave the records which a call is handed: `rows = score(x)`, then `append(rows.assign(...))`. */
function recordsIn(call: CallFact, { calls }: CodeFile): readonly string[] {
  const named = new Set(
    [...call.positional, ...Object.values(call.named)].flatMap((value) =>
      "text" in value ? (/^[A-Za-z_]\w*/.exec(value.text)?.[0] ?? []) : [],
    ),
  );
  return calls.flatMap(({ within, resultName, target }) =>
    within === call.within && resultName !== undefined && target !== undefined && named.has(resultName) ? target : [],
  );
}

/** The names of the record that a function returns: `return pd.DataFrame({...})`. */
function namesReturned(node: string, { code }: ChecklistProject): readonly string[] {
  const [path, name] = node.split("#");
  const file = code.find((one) => one.path === path);
  const returned = (file?.calls ?? []).filter((call) => call.within === name && call.result === "returned");
  return returned.flatMap(({ positional, named }) => [...Object.keys(named), ...positional.flatMap(namesOf)]);
}

export const fieldNames = ["inputs", "prediction", "version", "id", "time"] as const satisfies readonly LogField[];

function logs({ name, path = "", text }: CallFact): boolean {
  if (!/^(?:info|debug|warning|log|msg|bind|notice)$/.test(name)) return false;
  return (
    /^(?:logging|structlog|loguru|pino|winston|bunyan)\b/.test(path) ||
    /(?:^|\.|_)(?:log|logger|audit|LOGGER|LOG)\.\w+$/.test(text)
  );
}

function writes({ name, path = "", text }: CallFact): boolean {
  if (
    /^(?:bentoml\.monitor|arize\..*\.log|phoenix\..*|langfuse\..*|mlflow\.(?:log_\w+|update_current_trace)|whylogs\..*)/.test(
      path,
    )
  )
    return true;
  if (/^console\./.test(text) || /^(?:builtins\.)?print$/.test(path)) return false;
  return /^(?:execute|executemany|insert\w*|add|send|send_message|produce|publish|put_item|put_record|put_object|insert_rows_json|insertOne|xadd|lpush|write|writerow|append|save|create|index|log|log_prediction|emit|push|add_task|send_event)$/.test(
    name,
  );
}

/** The names of what is written: of arguments, keys, fields of records, columns of an `INSERT`. */
function namesIn(call: CallFact, file: CodeFile): readonly string[] {
  const values = [...call.positional, ...Object.values(call.named)].flatMap((value) => [...valuesWithin(value)]);
  const names = [...Object.keys(call.named).filter((name) => name !== "extra"), ...values.flatMap(namesOf)];
  // `write(json.dumps(record) + "\n")` hands the record on as `write(record)` does.
  const handedOn = values.flatMap((value) =>
    value.kind === "unknown" ? (value.text.match(/[A-Za-z_]\w*/g) ?? []) : value.kind === "symbol" ? [value.text] : [],
  );
  // `**record`, or a record that was filled bit by bit.
  const filled = file.assigns.filter(
    ({ within, target, value }) =>
      within === call.within &&
      (call.spreads === true || handedOn.includes(target.split("[")[0] ?? "")) &&
      (value.kind === "dict" || target.includes("[")),
  );
  for (const { target, value } of filled) {
    names.push(...[...valuesWithin(value)].flatMap(namesOf), ...(/\[["'](\w+)["']\]/.exec(target)?.slice(1) ?? []));
  }
  return [...new Set(names)];
}

function namesOf(value: FactValue): readonly string[] {
  if (value.kind === "dict") return Object.keys(value.entries);
  if (value.kind === "call") return Object.keys(value.named);
  if (value.kind !== "literal" || typeof value.value !== "string") return [];
  const columns = /insert\s+(?:or\s+\w+\s+)?into\s+[\w."`]+\s*\(([^)]*)\)/i.exec(value.value)?.[1];
  if (columns !== undefined) return columns.split(",").map((one) => one.trim());
  // `"prediction=%s id=%s"`
  return [...value.value.matchAll(/(\w+)\s*[=:]\s*(?:%|\{)/g)].map(([, name = ""]) => name);
}

/** A function that writes what it is given writes what its callers name. */
function namesFromCallers({ call, file }: FoundCall, calls: ServingPath["calls"]): readonly string[] {
  const form = file.functions.find(({ name }) => name === call.within);
  if (form === undefined || form.decorators.some(({ text }) => text.includes("."))) return [];
  const target = `${file.path}#${form.name}`;
  const callers = calls.filter((one) => one.call.target === target);
  const given = callers.flatMap((one) => [
    ...namesIn(one.call, one.file),
    ...one.call.positional.flatMap((_, index) => form.params[index]?.name ?? []),
  ]);
  return [...new Set(given)];
}

/** Platforms that keep requests and answers with id, time and version. */
export function platformLogs(project: ChecklistProject): readonly Evidence[] {
  const declared = project.kubernetes.flatMap(({ path, kind, name = "", entries }): readonly Evidence[] => {
    if (!isOfProduct(project, path) || !/^(?:InferenceService|SeldonDeployment)$/.test(kind)) return [];
    const logger = entries.find(({ key }) => /(?:^|\.)logger\.(?:mode|url)$/.test(key));
    const isPart =
      logger === undefined || entries.some(({ key, value }) => /logger\.mode$/.test(key) && value !== "all");
    return logger === undefined
      ? []
      : [
          {
            path,
            line: logger.line,
            level: isPart ? "L2" : "L3",
            what: `${kind} \`${name}\` logs requests and answers`,
            rule: "platform-log",
          },
        ];
  });
  const captured = project.code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.calls
          .filter(
            ({ path = "", named }) => platformCalls.test(path) && !isFalse(named.enable_capture ?? named.enableCapture),
          )
          .map((call) =>
            callEvidence(
              project,
              { file, call },
              { what: `\`${call.text}\` keeps requests and answers`, rule: "platform-log" },
            ),
          ),
  );
  return [...declared, ...captured];
}

const platformCalls =
  /^(?:sagemaker\..*DataCaptureConfig|bentoml\.monitor|arize\..*Client\.log|google\.cloud\.aiplatform\..*enable_request_response_logging|langfuse\..*(?:observe|trace\w*|CallbackHandler)|phoenix\.otel\.register|langsmith\..*(?:traceable|wrap_openai))$/;

function isFalse(value: FactValue | undefined): boolean {
  return value?.kind === "literal" && value.value === false;
}
