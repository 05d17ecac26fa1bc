import type { GuideGoalNode } from "../../protocol.js";
import { groupRow } from "./group-row.js";
import type { Row, Translate } from "./row.js";

interface Learner {
  readonly mastered: ReadonlySet<string>;
  readonly answered: ReadonlySet<string>;
}

/** The learning goals by week, as cards of a self-check: a click opens the reader's own answer. */
export function goalsRow(goals: readonly GuideGoalNode[], learner: Learner, t: Translate): Row {
  const weeks = [...new Set(goals.map(({ week }) => week))];
  const rows = weeks.map((week) => {
    const ofWeek = goals.filter((goal) => goal.week === week);
    return groupRow({
      id: `goals/week/${week}`,
      label: t("Week {0}", week),
      icon: "mortar-board",
      rows: ofWeek.map((goal) => goalRow(goal, learner, t)),
      description: masteredText(ofWeek, learner, t),
    });
  });
  return groupRow({
    id: "goals",
    label: t("Learning goals"),
    icon: "mortar-board",
    rows,
    description: masteredText(goals, learner, t),
  });
}

function goalRow({ id, text }: GuideGoalNode, { mastered, answered }: Learner, t: Translate): Row {
  const words = answered.has(id) ? t("answer written") : t("no answer yet");
  const state = mastered.has(id) ? t("mastered") : t("not mastered");
  const help = t("Write your own answer, compare it with the guide's, then tick it off.");
  return {
    id: `goals/${id}`,
    label: text,
    ...(answered.has(id) ? { description: words } : {}),
    tooltip: `**${text}**\n\n${help}\n\n*${words}*`,
    spoken: `${text} ${state}, ${words}`,
    ...(answered.has(id) ? { icon: { name: "note" } } : {}),
    context: mastered.has(id) ? "goal mastered" : "goal open",
    isChecked: mastered.has(id),
    opens: { kind: "note", goal: id },
    subject: { kind: "goal", id },
  };
}

function masteredText(goals: readonly GuideGoalNode[], { mastered }: Learner, t: Translate): string {
  return t("{0} of {1} mastered", goals.filter(({ id }) => mastered.has(id)).length, goals.length);
}
