import type { GuardFact } from "../../project/facts/code-facts.js";
import type { Evidence } from "../evidence.js";
import type { ChecklistProject } from "../project.js";
import { runEvidence, runsOf } from "./ci-evidence.js";
import { callEvidence, callsTo, codeEvidence } from "./code-evidence.js";
import { isOfProduct } from "./product-files.js";

/** What notices that data from upstream changed or stopped: contracts, registries of schemas, checks of freshness. */
export function upstreamContracts(project: ChecklistProject): readonly Evidence[] {
  const { configs, code } = project;
  const runs = runsOf(project, checkers).map((run) => {
    const what = `\`${run.command}\` checks upstream data`;
    return runEvidence(run, { what, rule: "upstream-check" });
  });
  const steps = project.pipelines.flatMap((step): readonly Evidence[] => {
    const command = step.commands.find((one) => checkers.test(one));
    if (command === undefined) return [];
    const { path, line, name, schedule } = step;
    const what = `step "${name}" runs \`${command}\``;
    return [
      {
        path,
        line,
        level: "L3",
        what,
        rule: "upstream-check",
        repeatedBy: schedule === undefined ? "pipeline" : "schedule",
      },
    ];
  });
  const calls = callsTo(project, { path: registries }).map((found) =>
    callEvidence(
      project,
      found,
      { what: `\`${found.call.text}\` checks the schema of upstream data`, rule: "registry" },
      true,
    ),
  );
  const guards = code.flatMap((file) =>
    file.role !== "source"
      ? []
      : file.guards.filter(isFreshnessGuard).map((guard) => {
          const what = `old data is refused (\`${guard.text}\`)`;
          return codeEvidence(project, { ...guard, path: file.path }, { what, rule: "freshness-guard" }, true);
        }),
  );
  const declared = configs.flatMap(({ path, entries }): readonly Evidence[] => {
    const entry = isOfProduct(project, path)
      ? entries.find(
          ({ key, value }) =>
            key === "dataContractSpecification" ||
            (key === "kind" && value === "DataContract") ||
            /^sources\.\d+\.(?:tables\.\d+\.)?(?:config\.)?freshness\./.test(key),
        )
      : undefined;
    return entry === undefined
      ? []
      : [
          {
            path,
            line: entry.line,
            level: "L1",
            what: "a contract on upstream data is written down",
            rule: "contract",
          },
        ];
  });
  return [...runs, ...steps, ...calls, ...guards, ...declared];
}

const checkers =
  /\bdbt (?:source freshness|build|source snapshot-freshness)\b|\bdatacontract (?:test|ci)\b|\bsoda scan\b|\bbuf breaking\b/;
const registries =
  /^confluent_kafka\.schema_registry\..*test_compatibility$|^datacontract\..*\.test$|^soda\..*\.(?:execute|assert_no_\w+)$/;

/** A comparison of the data's newest time with the present, whose failure stops. */
function isFreshnessGuard({ effect, mentions, isConstant }: GuardFact): boolean {
  if (isConstant || effect === "warn" || effect === "return-false") return false;
  const has = (word: RegExp): boolean => mentions.some((one) => word.test(one));
  const isFresh = has(/fresh|stale|staleness|max_age|age_(?:days|hours)|(?:days|hours)_old/i);
  const isCompared = has(/^(?:now|utcnow|today)$/) && has(/^(?:max|timedelta|Timedelta|last_\w+|latest\w*)$/);
  return isFresh || isCompared;
}
