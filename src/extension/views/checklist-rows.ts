import type { GuideItemNode, GuideStageNode, Lifecycle } from "../../protocol.js";
import type { ItemState, ItemVerdict } from "../../protocol-checklist.js";
import { countText } from "./count-text.js";
import { groupRow } from "./group-row.js";
import type { Row, RowIcon, Subject, Translate } from "./row.js";

/** The numbers of the last run of the checklist; no row before the first one. */
export function readinessRow({ checklist, root }: Lifecycle, t: Translate): readonly Row[] {
  if (checklist === null) return [];
  const { isReady, mlTestScore, label, openQuestions } = checklist;
  const words = [
    isReady ? t("ready") : t("not ready"),
    t("ML Test Score {0}", Math.round(mlTestScore * 100) / 100),
    countText(openQuestions, t("1 open question"), t("{0} open questions", openQuestions)),
  ];
  return [
    {
      ...{ id: "readiness", label: t("Readiness"), description: words.join(" · ") },
      tooltip: `**${t("Readiness")}**: ${words.join(", ")} (${label})`,
      spoken: `${t("Readiness")}: ${words.join(", ")}`,
      icon: isReady ? icons.pass : { name: "checklist" },
      context: "readiness",
      opens: { kind: "checklist", root },
    },
  ];
}

/** The checklist's questions about a stage, each with its state. */
export function checklistRow(
  items: readonly GuideItemNode[],
  stage: Pick<GuideStageNode, "id">,
  lifecycle: Lifecycle,
  parent: string,
  t: Translate,
): Row {
  const id = `${parent}/checklist`;
  const rows = items.map((item) => itemRow(item, lifecycle, id, t));
  const description = checklistWords(items, stage, lifecycle, t);
  return groupRow({ id, label: t("Checklist"), icon: "checklist", rows, description });
}

function checklistWords(
  items: readonly GuideItemNode[],
  { id }: Pick<GuideStageNode, "id">,
  lifecycle: Lifecycle,
  t: Translate,
): string {
  const states = items.map((item) => lifecycle.items[item.id] ?? "not-run");
  const known = states.filter((state) => state !== "not-run");
  if (known.length === 0) return t("{0}, not run yet", items.length);
  const apply = known.filter(({ verdict }) => verdict !== "n/a");
  const good = apply.filter(({ verdict }) => verdict === "pass" || verdict === "attested");
  const score = lifecycle.checklist?.stages[id];
  return [
    t("{0} of {1} pass", good.length, apply.length),
    // Rounded down, as everywhere: what is nearly enough is not enough.
    ...(score === undefined ? [] : [t("score {0} %", Math.floor(score * 100 + 1e-9))]),
  ].join(" · ");
}

function itemRow({ id, question }: GuideItemNode, lifecycle: Lifecycle, parent: string, t: Translate): Row {
  const state: ItemState = lifecycle.items[id] ?? "not-run";
  const { root } = lifecycle;
  const subject: Subject = { kind: "item", id, root };
  const about = { id: `${parent}/${id}`, label: question, context: "item", subject };
  if (state === "not-run") {
    const words = t("not run yet");
    return {
      ...{ ...about, description: words, spoken: `${id}, ${words}: ${question}` },
      tooltip: `**${id}** (${words})\n\n${question}`,
      icon: { name: "circle-large-outline" },
      opens: { kind: "page", page: `/guide/items/${id}.md` },
    };
  }
  const words = verdictWords(state, t);
  return {
    ...{ ...about, description: words, spoken: `${words}, ${id}: ${question}` },
    tooltip: `**${id}** (${words})\n\n${question}\n\n${state.reason}`,
    icon: icons[state.verdict],
    opens: { kind: "checklist", root, item: id },
  };
}

/** The verdict first: it is what one looks for. */
function verdictWords({ verdict, isBlocker }: ItemVerdict, t: Translate): string {
  const words = {
    ...{ pass: t("passes"), partial: t("passes in part"), fail: t("fails"), human: t("waits for a person") },
    ...{ attested: t("attested"), "n/a": t("does not apply"), unknown: t("could not be judged") },
  }[verdict];
  const isOpen = verdict === "fail" || verdict === "human" || verdict === "unknown";
  return isBlocker && isOpen ? t("{0}, a blocker", words) : words;
}

/** Forms that differ without their colours. */
const icons: Readonly<Record<ItemVerdict["verdict"], RowIcon>> = {
  pass: { name: "pass-filled", color: "testing.iconPassed" },
  attested: { name: "verified", color: "testing.iconPassed" },
  partial: { name: "color-mode", color: "list.warningForeground" },
  fail: { name: "error", color: "testing.iconFailed" },
  human: { name: "question" },
  "n/a": { name: "circle-slash" },
  unknown: { name: "warning", color: "list.warningForeground" },
};
