import type { CallFact } from "../../../project/facts/code-facts.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { callEvidence, callsTo, type FoundCall } from "../../search/code-evidence.js";
import { personalFiles } from "../../search/personal-data.js";
import { writtenAs } from "../../search/values.js";

/** Are personal data protected along the whole pipeline? */
export const detector: Detector = async (project) => {
  const known = callsTo(project, { path: protecting }).filter(({ call }) => !isHash(call) || isOfPeople(call));
  const protections = [...known, ...masks(project)];
  const steps = protections.map((found) =>
    callEvidence(project, found, { what: `\`${found.call.text}\` protects personal data`, rule: "protection" }),
  );
  const scanners = [...scannersInCi(project), ...scannersInHooks(project)];
  const leaks = await personalFiles(project);
  return detected({
    evidence: [...steps, ...scanners],
    objections: [
      ...leaks.map(({ path, columns }): Objection => ({
        ...{ path, line: 1, allows: "fail", rule: "personal-file" },
        what: `${path} is in the repository, and ${columns.map((name) => `\`${name}\``).join(", ")} look like personal data`,
      })),
      ...halves(steps, scanners),
      ...unsalted(protections),
    ],
    forks: [{ question: "Is any of the data personal, and if so, where is it protected?" }],
    missing: [
      ...leaks.map(({ path }) => `Take ${path} out of the repository and its history, or replace what it holds.`),
      ...(steps.length > 0 ? [] : ["Hash, mask or leave out personal columns in the first step of the pipeline."]),
      ...(scanners.length > 0
        ? []
        : ["Let a hook or a job of CI scan for personal data and secrets, for example gitleaks."]),
    ],
    searched: [
      "Steps that hash, mask or anonymise, scanners in hooks and CI, and data files in the repository with personal columns.",
    ],
  });
};

const protecting =
  /^(?:presidio_(?:analyzer|anonymizer)\..*\.(?:analyze|anonymize)|scrubadub\.(?:\w+\.)*clean|opacus\..*\.make_private\w*|tensorflow_privacy\..+|diffprivlib\..+|hashlib\.\w+|hmac\.new|pandas\.util\.hash_\w+|crypto\.createH(?:ash|mac)|node:crypto\.createH(?:ash|mac))$/;

/** A pattern that is replaced in a function that masks. */
function masks(project: ChecklistProject): readonly FoundCall[] {
  return callsTo(project, {
    path: /(?:^|\.)(?:sub|subn)$|\.str\.replace$/,
    name: /^(?:sub|subn|replace|replaceAll)$/,
  }).filter(({ call }) => /(?:^|[._])(?:mask|redact|anonymi[sz]e|scrub|pseudonymi[sz]e)/i.test(call.within));
}

function isHash({ path = "" }: CallFact): boolean {
  return /^(?:hashlib|hmac|pandas|crypto|node:crypto)\b/.test(path);
}

/** Hashes of files and of configurations protect nobody. */
function isOfPeople({ positional, within, resultName = "" }: CallFact): boolean {
  const words = [...positional.map(writtenAs), within, resultName].join(" ");
  return (
    /(?:user|visitor|session|device|query|customer|client|patient|person|member|account|email|phone|name|ssn|passport|pseudonym|anonymi[sz]e|pii)/i.test(
      words,
    ) && !/file(?:name)?\b|path|read_bytes|checkpoint/i.test(words)
  );
}

/** A name or a number of few digits is found again from its hash by trying all of them. */
function unsalted(protections: readonly FoundCall[]): readonly Objection[] {
  return protections
    .filter(
      ({ call }) =>
        isHash(call) &&
        !/hmac|createHmac/i.test(call.path ?? "") &&
        !/salt|key|pepper|secret/i.test(call.positional.map(writtenAs).join(" ")),
    )
    .filter(
      ({ file, call }) =>
        !file.calls.some(
          (one) => one.within === call.within && /salt|pepper/i.test(one.positional.map(writtenAs).join(" ")),
        ),
    )
    .slice(0, 1)
    .map(({ file, call }) => ({
      path: file.path,
      line: call.line,
      allows: "partial",
      what: `\`${call.text}\` hashes without a salt`,
      rule: "no-salt",
    }));
}

function halves(steps: readonly Evidence[], scanners: readonly Evidence[]): readonly Objection[] {
  const [only] = [...steps, ...scanners];
  const isRun = steps.some(({ level }) => level === "L3" || level === "L4");
  if (only === undefined || (isRun && scanners.length > 0)) return [];
  const what =
    steps.length === 0
      ? "no step of the pipeline protects personal data"
      : isRun
        ? "no scanner looks for personal data or secrets"
        : "nothing that runs comes to what would protect personal data";
  return [{ path: only.path, line: only.line, allows: "partial", what, rule: "one-of-two" }];
}

const scanner = /\b(?:gitleaks|detect-secrets|trufflehog|ggshield|git-secrets|presidio|pii-?\w*|talisman|whispers)\b/i;

function scannersInCi({ ci }: ChecklistProject): readonly Evidence[] {
  const runs = ci.runs
    .filter(
      ({ tool, command, isAutomatic }) =>
        isAutomatic && (scanner.test(tool) || /^\S*(?:gitleaks|detect-secrets|trufflehog|ggshield)/.test(command)),
    )
    .map(({ path, line, command, isGating }): Evidence => ({
      path,
      line,
      level: isGating ? "L4" : "L3",
      what: `CI runs \`${command}\``,
      rule: "scanner",
      repeatedBy: "ci",
    }));
  const actions = ci.jobs.flatMap((job) =>
    job.actions
      .filter(({ name }) => scanner.test(name))
      .map(({ name, path, line, isGating }): Evidence => ({
        path,
        line,
        level: isGating ? "L4" : "L3",
        what: `CI uses ${name}`,
        rule: "scanner",
        repeatedBy: "ci",
      })),
  );
  return [...runs, ...actions];
}

function scannersInHooks({ configs }: ChecklistProject): readonly Evidence[] {
  return configs
    .filter(({ path }) => /(?:^|\/)\.pre-commit-config\.ya?ml$/.test(path))
    .flatMap(({ path, entries }) =>
      entries
        .filter(({ key, value }) => /^repos\.\d+\.hooks\.\d+\.id$/.test(key) && scanner.test(String(value)))
        .map(({ value, line }): Evidence => ({
          path,
          line,
          level: "L3",
          what: `the hook ${String(value)} scans each commit`,
          rule: "scanner",
        })),
    );
}
