import { textOf } from "../../../engine/checklist-config.js";
import { detected, type Evidence, type Objection } from "../../evidence.js";
import type { CodeFile } from "../../../project/facts/code-facts.js";
import type { ConfigFile, KubernetesObject } from "../../../project/facts/file-facts.js";
import { onceForEach } from "../../../project/facts/once-for.js";
import type { ChecklistProject, Detector } from "../../project.js";
import { codeOwners, ownerRule } from "../../search/code-owners.js";
import { foldersOf, type OwnedPart, ownedParts } from "../../search/parts-of-project.js";
import { valuesWithin, textIn } from "../../search/values.js";

/** Does every part, data, model and service, have an owner, and are the questions of ownership answered? */
export const detector: Detector = async (project) => {
  const parts = ownedParts(project);
  const owners = await codeOwners(project);
  const team = namedOwners(project);
  const evidence: Evidence[] = [];
  const unowned: OwnedPart[] = [];
  let isOnePerson = owners !== undefined;
  for (const part of parts) {
    const named = team.find(({ name }) => isPart(name, part));
    const rules = owners === undefined ? [] : part.paths.flatMap((path) => ownerRule(owners, path) ?? []);
    const [rule] = rules;
    if (named !== undefined) {
      isOnePerson = false;
      evidence.push({
        path: ".preflight/config.yaml",
        line: 1,
        level: "L3",
        what: `${part.name}: ${named.who}`,
        rule: "owners",
      });
    } else if (owners !== undefined && rule !== undefined && rules.length * 2 > part.paths.length) {
      isOnePerson &&= rule.globs.includes("**") && rule.owners.length === 1 && !isTeam(rule.owners[0] ?? "");
      const what = `${part.name} (${foldersOf(part)}) belongs to ${rule.owners.join(", ")}`;
      evidence.push({ path: owners.path, line: rule.line, level: "L3", what, rule: "code-owners" });
    } else unowned.push(part);
  }
  const objections: Objection[] = [];
  const [first] = evidence;
  const object = (what: string, rule: string): void => {
    if (first !== undefined) objections.push({ path: first.path, line: first.line, allows: "partial", what, rule });
  };
  if (isOnePerson) object("one person owns everything", "one-owner");
  if (unowned.length > 0) object(`nobody owns ${unowned.map(({ name }) => name).join(", ")}`, "part-without-owner");
  const archetype = textOf(project.config, "org.archetype");
  return detected({
    evidence: [...evidence, ...ownerFields(project), ...ownerFiles(project)],
    objections,
    missing: unowned.map((part) => `Name an owner of ${part.name} (${foldersOf(part)}) in CODEOWNERS.`),
    forks:
      archetype === undefined && evidence.length > 0
        ? [
            {
              question: "Who owns the software, the data and the model, and how is the team organised around them?",
              ...(first === undefined ? {} : { at: { path: first.path, line: first.line } }),
            },
          ]
        : [],
    searched: [
      `CODEOWNERS against ${parts.map(({ name }) => name).join(", ")}; OWNERS and MAINTAINERS files; owners in cards, feature views, pipelines and alerts.`,
    ],
  });
};

interface Named {
  readonly name: string;
  readonly who: string;
}

function namedOwners({ config }: ChecklistProject): readonly Named[] {
  const value = config.settings.owners;
  if (typeof value !== "object" || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, who]) =>
    Array.isArray(who) && who.length > 0 ? [{ name, who: who.join(", ") }] : [],
  );
}

function isPart(name: string, part: OwnedPart): boolean {
  return (
    part.name === name ||
    (part.name === "service" && /^serv/.test(name)) ||
    (part.name === "infrastructure" && /^infra/.test(name))
  );
}

/** A team's name has its organisation before it; a person's has none. */
function isTeam(owner: string): boolean {
  return /^@[\w-]+\/[\w-]+$/.test(owner) || /team|group|owners|ml|data/i.test(owner);
}

/** Owners in what is declared: DAGs, feature views, cards, alerts. What a scheduler writes by itself names nobody. */
function ownerFields({ code, configs, docs, kubernetes }: ChecklistProject): readonly Evidence[] {
  const found: Evidence[] = [];
  const add = (path: string, line: number, who: string): void => {
    if (!/^(?:airflow|owner|todo|tbd|none)?$|your[-_. ]?name/i.test(who.trim()))
      found.push({ path, line, level: "L2", what: `owner: ${who}`, rule: "owner-field" });
  };
  for (const { path, line, who } of [...ownersInCode(code), ...ownersDeclared([...configs, ...kubernetes])])
    add(path, line, who);
  for (const { path, line, heading, text, isTemplate, words } of docs) {
    if (isTemplate || words < 2) continue;
    // A heading, or a line of a card that begins with it.
    const isHeading = /^(?:owners?|ownership|maintainers?|contacts?|team)$/i.test(heading.trim());
    const own = isHeading ? text.split("\n").find((one) => one.trim() !== "") : ownerLine.exec(text)?.[1];
    if (own !== undefined) add(path, line, own.trim().slice(0, 60));
  }
  return found.slice(0, 10);
}

interface NamedOwner {
  readonly path: string;
  readonly line: number;
  readonly who: string;
}

const ownersInCode = onceForEach(({ path, role, calls, assigns }: CodeFile): readonly NamedOwner[] => {
  if (role !== "source") return [];
  const called = calls.flatMap(({ line, named }) => {
    const who = textIn(named.owner ?? named.owners);
    return who === undefined ? [] : [{ path, line, who }];
  });
  const set = assigns.flatMap(({ line, target, value }) =>
    !/default_args/i.test(target)
      ? []
      : [...valuesWithin(value)].flatMap((one) => {
          const who = one.kind === "dict" ? textIn(one.entries.owner) : undefined;
          return who === undefined ? [] : [{ path, line, who }];
        }),
  );
  return [...called, ...set];
});

const ownersDeclared = onceForEach(({ path, entries }: ConfigFile | KubernetesObject): readonly NamedOwner[] =>
  entries.flatMap(({ key, value, line }) =>
    /(?:^|\.)(?:labels|annotations|metadata|meta|tags)\.(?:.*\/)?(?:owner|team)$|^owners?(?:\.\d+)?$/.test(key) &&
    typeof value === "string"
      ? [{ path, line, who: value }]
      : [],
  ),
);

const ownerLine = /^\W*owners?\W+(\S.*)$/im;

function ownerFiles({ files }: ChecklistProject): readonly Evidence[] {
  return files
    .filter((path) => /(?:^|\/)(?:OWNERS|MAINTAINERS(?:\.md|\.txt)?)$/.test(path))
    .map((path) => ({
      path,
      line: 1,
      level: "L2" as const,
      what: "a file names who maintains this folder",
      rule: "owners-file",
    }));
}
