import { type Node, isMap, isNode, isSeq } from "yaml";
import { builtInGuide } from "../guide/guide.js";
import { itemSeverities, type ItemSeverity } from "../guide/item.js";
import { stages } from "../rules/rule.js";
import type { Span } from "../syntax/span.js";
import {
  type CheckConfig,
  type ChecklistConfig,
  type CustomItem,
  defaultChecklistConfig,
  isTexts,
  type ProfileConfig,
  type SettingValue,
} from "./checklist-config.js";
import { checklistKeys } from "./checklist-keys.js";
import { entries, type Reader, resolve, spanOf } from "./config-nodes.js";
import type { ConfigKey } from "./config-schema.js";
import { readKeys, readValue } from "./config-value-read.js";
import { didYouMean } from "./did-you-mean.js";

type Values = Readonly<Record<string, SettingValue>>;

/** What a team sets for the checklist. What cannot be used is a problem at its place, and the rest counts. */
export function readChecklistConfig(node: Node | null, reader: Reader): ChecklistConfig {
  const settings: Record<string, SettingValue> = {};
  let { profile, checks, custom, scoring, attest } = defaultChecklistConfig;
  for (const { name, value, at } of entries(node, "`checklist`", checklistKeys, reader)) {
    const key = checklistKeys.find((one) => one.name === name);
    if (key === undefined) continue;
    if (name === "checks") checks = readChecks(value, subkeys(key), reader);
    else if (name === "custom") custom = readCustomItems(value, subkeys(key), at, reader);
    else {
      const read = readValue(key.value, value, name, at, reader);
      if (name === "profile") profile = toProfile(valuesOf(read));
      else if (name === "scoring") scoring = toScoring(valuesOf(read));
      else if (name === "attest") attest = readAttest(valuesOf(read), at, reader);
      else if (read !== undefined && name !== "version") {
        const parts = key.value.type === "keys" ? Object.entries(valuesOf(read)) : [];
        for (const [part, inner] of parts) settings[`${name}.${part}`] = inner;
        if (key.value.type !== "keys") settings[name] = read;
      }
    }
  }
  return { profile, checks, custom, scoring, attest, settings };
}

function toProfile({ task, languages, ...facts }: Values): ProfileConfig {
  const said = Object.entries(facts).filter(([, value]) => value !== "auto");
  return {
    facts: Object.fromEntries(said.map(([name, value]) => [name, value === "true"])),
    task: typeof task === "string" ? task : undefined,
    languages: isTexts(languages) ? languages : undefined,
  };
}

function toScoring(values: Values): ChecklistConfig["scoring"] {
  const standard = defaultChecklistConfig.scoring;
  return {
    stageMinimum: asNumber(values["stageMinimum"]) ?? standard.stageMinimum,
    mlTestScoreTarget: asNumber(values["mlTestScoreTarget"]) ?? standard.mlTestScoreTarget,
    notApplicable: values["notApplicable"] === "leave-out" ? "leave-out" : "zero",
  };
}

function readAttest(values: Values, at: Span, reader: Reader): ChecklistConfig["attest"] {
  const standard = defaultChecklistConfig.attest;
  const file = asText(values["file"]) ?? standard.file;
  const isInside = !file.startsWith("/") && !/^[A-Za-z]:|\\/.test(file) && !file.split("/").includes("..");
  if (!isInside) reader.report(at, "`file` must stay below the root, and be written with forward slashes.");
  return {
    file: isInside ? file : standard.file,
    expiryDays: asNumber(values["expiryDays"]) ?? standard.expiryDays,
  };
}

/** Guard rails: what is switched off says why, and so does a blocker that is made less of. */
function readChecks(node: Node | null, keys: readonly ConfigKey[], reader: Reader): ChecklistConfig["checks"] {
  const checks: Record<string, CheckConfig> = {};
  for (const { name, value, at } of entries(node, "`checks`", undefined, reader)) {
    const { items } = builtInGuide();
    const item = items.find(({ id }) => id === name);
    if (item === undefined) {
      const guess = didYouMean(
        name,
        items.map(({ id }) => id),
      );
      reader.report(at, `There is no item \`${name}\`${guess || "."}`, "warning");
      continue;
    }
    const values = readKeys(value, keys, name, reader);
    const reason = asText(values["reason"]);
    const severity = asSeverity(values["severity"]);
    const isOff = values["enabled"] === false;
    const isLowered = item.severity === "blocker" && severity !== undefined && severity !== "blocker";
    if (isOff && reason === undefined) reader.report(at, `To leave \`${name}\` out takes a \`reason\`; it stays in.`);
    if (isLowered && reason === undefined) {
      reader.report(at, `\`${name}\` is a blocker: to lower it takes a \`reason\`; it stays one.`);
    }
    checks[name] = {
      enabled: !(isOff && reason !== undefined),
      reason,
      severity: isLowered && reason === undefined ? undefined : severity,
      weight: asNumber(values["weight"]),
    };
  }
  return checks;
}

function readCustomItems(
  node: Node | null,
  keys: readonly ConfigKey[],
  at: Span,
  reader: Reader,
): readonly CustomItem[] {
  if (node === null) return [];
  if (!isSeq(node)) {
    reader.report(spanOf(node, at), "`custom` must be a list of items.");
    return [];
  }
  const taken = new Set(builtInGuide().items.map(({ id }) => id));
  return node.items.flatMap((entry): CustomItem[] => {
    const item = resolve(entry, reader);
    const place = isNode(entry) ? spanOf(entry) : at;
    const { evidence, ...values } = readKeys(item, keys, "custom", reader);
    if (item !== null && !isMap(item)) return [];
    const [id, question] = [asText(values["id"]), asText(values["question"])];
    const stage = stages.find((one) => one === values["stage"]);
    const { files, contains } = valuesOf(evidence);
    if (id === undefined || question === undefined || stage === undefined || !isTexts(files) || files.length === 0) {
      reader.report(place, "An item of your own needs `id`, `stage`, `question`, and `evidence` with `files`.");
      return [];
    }
    if (taken.has(id)) {
      reader.report(place, `There is an item \`${id}\` already.`);
      return [];
    }
    taken.add(id);
    const severity = asSeverity(values["severity"]) ?? "major";
    return [
      { id, stage, question, severity, weight: asNumber(values["weight"]) ?? 1, files, contains: asText(contains) },
    ];
  });
}

function subkeys({ value }: ConfigKey): readonly ConfigKey[] {
  return value.type === "entries" || value.type === "items" || value.type === "keys" ? value.keys : [];
}

function valuesOf(value: SettingValue | undefined): Values {
  return typeof value === "object" && !isTexts(value) ? value : {};
}

function asText(value: SettingValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function asNumber(value: SettingValue | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}

function asSeverity(value: SettingValue | undefined): ItemSeverity | undefined {
  return itemSeverities.find((severity) => severity === value);
}
