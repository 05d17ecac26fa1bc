import type { GuideReadingNode } from "../../protocol.js";
import type { Row, Target, Translate } from "./row.js";

/** A reading where it stands by itself: in its stage, or in the list of all. */
export function readingRow(reading: GuideReadingNode, id: string, read: ReadonlySet<string>, t: Translate): Row {
  const isRead = read.has(reading.id);
  const state = isRead ? t("read") : t("unread");
  return {
    id,
    label: reading.label,
    ...(isRead ? { description: t("read") } : reading.note === undefined ? {} : { description: reading.note }),
    tooltip: readingTooltip(reading, undefined, t),
    spoken: [reading.label, state, ...(reading.note === undefined ? [] : [reading.note])].join(", "),
    icon: isRead ? { name: "check", color: "testing.iconPassed" } : { name: "book" },
    ...readingSubject(reading, isRead),
  };
}

/** What menus and clicks know of a reading. */
export function readingSubject(
  { id, url }: Pick<GuideReadingNode, "id" | "url">,
  isRead: boolean,
): Pick<Row, "context" | "subject" | "opens"> {
  return {
    context: `reading ${isRead ? "read" : "unread"} ${url === undefined ? "offline" : "web"}`,
    subject: { kind: "reading", id, url },
    opens: readingTarget({ id, url }),
  };
}

/** A book has no address, so there is our own page about it. */
export function readingTarget({ id, url }: { readonly id: string; readonly url: string | undefined }): Target {
  return url === undefined ? { kind: "page", page: `/guide/readings/${id}.md` } : { kind: "web", url };
}

/** Why it is read, where it comes from and where it leads, in Markdown. */
export function readingTooltip(reading: GuideReadingNode, why: string | undefined, t: Translate): string {
  const origins = {
    list: "",
    ours: t("Found by us: the reading list does not name it."),
    address: t("Of the reading list; the address was found by us."),
  };
  return [
    `**${reading.label}**`,
    ...(why === undefined ? [] : [why]),
    ...(reading.note === undefined ? [] : [reading.note]),
    ...(origins[reading.origin] === "" ? [] : [`*${origins[reading.origin]}*`]),
    reading.url ?? t("A book or a page without an address."),
  ].join("\n\n");
}
