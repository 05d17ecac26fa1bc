import type { LifecycleGuide } from "../../protocol.js";
import { plainText } from "./guide-rows.js";
import { readingTarget } from "./reading-row.js";
import type { Subject, Target, Translate } from "./row.js";

/** Something of the guide that a search can find, with all of its text. */
export interface SearchEntry {
  readonly kind: "passage" | "reading" | "goal" | "item";
  readonly label: string;
  readonly description: string;
  readonly text: string;
  readonly opens: Target;
  readonly subject?: Subject;
}

/**
 * Everything that the guide says. `pages` are the topics' pages by path, as far as they have been read: what stands
 * there beside a passage's own sentences, in its list or table, is found too.
 */
export function searchEntries(
  guide: LifecycleGuide,
  pages: ReadonlyMap<string, string>,
  t: Translate,
): readonly SearchEntry[] {
  const titles = new Map(guide.stages.map(({ id, title }) => [id, title]));
  const passages = guide.stages.flatMap((stage) =>
    stage.topics.flatMap((topic) => {
      const sections = sectionsOf(pages.get(topic.page) ?? "");
      return topic.passages.map(({ anchor, title, text }): SearchEntry => ({
        kind: "passage",
        label: title,
        description: `${stage.title} · ${topic.title}`,
        text: plainText(sections.get(title) ?? text),
        opens: { kind: "page", page: `${topic.page}#${anchor}` },
      }));
    }),
  );
  const readings = guide.readings.map(({ id, label, url, stage, note }): SearchEntry => ({
    kind: "reading",
    label,
    description: `${t("Reading")} · ${titles.get(stage) ?? stage}`,
    text: note ?? url ?? "",
    opens: readingTarget({ id, url }),
    subject: { kind: "reading", id, url },
  }));
  const goals = guide.goals.map(({ text, page }): SearchEntry => ({
    kind: "goal",
    label: text,
    description: t("Learning goal"),
    text: "",
    opens: { kind: "page", page },
  }));
  const items = guide.items.map(({ id, stage, question }): SearchEntry => ({
    kind: "item",
    label: question,
    description: `${id} · ${titles.get(stage) ?? stage}`,
    text: "",
    opens: { kind: "page", page: `/guide/items/${id}.md` },
  }));
  return [...passages, ...readings, ...goals, ...items];
}

/** What is shown of a found entry: its text from shortly before the first of the words that were looked for. */
export interface SearchHit {
  readonly entry: SearchEntry;
  readonly excerpt: string;
}

/** How many hits are worth a look. */
const mostHits = 200;

/** The entries that have every word of the query, those that have one in their name first. */
export function findEntries(entries: readonly SearchEntry[], query: string): readonly SearchHit[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const hits = entries.filter(({ label, description, text }) => {
    const all = `${label}\n${description}\n${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const isNamed = ({ label }: SearchEntry): boolean => words.some((word) => label.toLowerCase().includes(word));
  return [...hits.filter(isNamed), ...hits.filter((entry) => !isNamed(entry))]
    .slice(0, mostHits)
    .map((entry) => ({ entry, excerpt: excerptOf(entry.text, words) }));
}

function excerptOf(text: string, words: readonly string[]): string {
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place !== -1);
  const first = places.length === 0 ? 0 : Math.min(...places);
  if (first < 60) return text;
  const from = text.lastIndexOf(" ", first - 30) + 1;
  return `… ${text.slice(from)}`;
}

/** The text of a page by its headings of the second level. */
export function sectionsOf(page: string): ReadonlyMap<string, string> {
  const parts = page.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [heading = "", ...lines] = part.split("\n");
      return [
        heading.trim(),
        lines
          .join(" ")
          .replaceAll(/\|[-: |]+\|/g, " ")
          .replaceAll("|", " "),
      ] as const;
    }),
  );
}
