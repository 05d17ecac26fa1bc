import type { Apply } from "./change-list.js";
import type { GuideStage, Passage, Reading, Tool, Topic } from "./content.js";
import { kebabCase, type Fault } from "./entry.js";
import { slug } from "./slug.js";
import type { ReadingChange, StageChange, TeamPassage, ToolChange, TopicChange } from "./team-file.js";

export const changeStage: Apply<GuideStage, StageChange> = ({ id, title, summary, audience }, old) => {
  if (old !== undefined) {
    return { ...old, title: title ?? old.title, summary: summary ?? old.summary, audience: audience ?? old.audience };
  }
  if (title === undefined || summary === undefined) return lacking("stage", id, { title, summary });
  if (!kebabCase.test(id)) return [noId(id)];
  return { id, title, summary, audience: audience ?? "everyone", essentialFor: [], rows: [], topics: [] };
};

export function changeTopic(readings: ReadonlySet<string>): Apply<Topic, TopicChange> {
  return ({ id, title, passages }, old) => {
    const wrong = passages.flatMap((passage, index) => wrongPassage(passage, ["passages", index], readings));
    if (wrong.length > 0) return wrong;
    const known = old?.passages ?? [];
    const added = passages.map(passageOf);
    const anchors = [...known, ...added].map(({ anchor }) => anchor);
    const twice = added.findIndex(({ anchor }, index) => anchors.indexOf(anchor) < known.length + index);
    if (twice >= 0) return [{ path: ["passages", twice, "title"], message: "the topic has a passage of this title" }];
    if (old !== undefined) return { ...old, title: title ?? old.title, passages: [...known, ...added] };
    if (title === undefined) return lacking("topic", id, { title });
    return kebabCase.test(id) ? { id, title, rows: [], passages: added } : [noId(id)];
  };
}

function wrongPassage(
  { layout, columns, points, readings }: TeamPassage,
  path: Fault["path"],
  known: ReadonlySet<string>,
): readonly Fault[] {
  const inPath = (inner: Fault["path"], message: string): Fault => ({ path: [...path, ...inner], message });
  const isTable = layout === "table";
  return [
    ...readings.flatMap((id, index) =>
      known.has(id) ? [] : [inPath(["readings", index], `there is no reading \`${id}\``)],
    ),
    ...points.flatMap(({ url }, index) =>
      wrongUrl(url).map((fault) => inPath(["points", index, ...fault.path], fault.message)),
    ),
    ...(columns.length === (isTable ? 2 : 0)
      ? []
      : [inPath([], "a table needs two `columns`, and nothing else has any")]),
    ...points.flatMap(({ name }, index) =>
      isTable && name === undefined ? [inPath(["points", index], "a line of a table needs a `name`")] : [],
    ),
  ];
}

function passageOf(passage: TeamPassage): Passage {
  return { ...passage, anchor: slug(passage.title), rows: [] };
}

export function changeReading(stages: ReadonlySet<string>, roles: ReadonlySet<string>): Apply<Reading, ReadingChange> {
  return (change, old) => {
    const { id, title, url, note } = change;
    const role = change.roles.findIndex((name) => !roles.has(name));
    const wrong = [
      ...wrongStage(change.stage, stages),
      ...wrongUrl(url),
      ...(role < 0 ? [] : [{ path: ["roles", role], message: `there is no role \`${change.roles[role] ?? ""}\`` }]),
    ];
    if (wrong.length > 0) return wrong;
    if (old !== undefined) {
      // The title stays what the reading list calls it; what is shown is the label.
      const given = { label: title ?? old.label, url: url ?? old.url, stage: change.stage ?? old.stage };
      return { ...old, ...given, note: note ?? old.note };
    }
    const { stage } = change;
    if (title === undefined || stage === undefined) return lacking("reading", id, { title, stage });
    return {
      id,
      title,
      label: title,
      url,
      stage,
      order: 0,
      inSeed: true,
      addressFound: false,
      note,
      group: undefined,
      rows: [],
    };
  };
}

export function changeTool(stages: ReadonlySet<string>): Apply<Tool, ToolChange> {
  return (change, old) => {
    const { id, name, stage, purpose, url, note, status, area, detect } = change;
    const wrong = [...wrongStage(stage, stages), ...wrongUrl(url)];
    if (wrong.length > 0) return wrong;
    if (old !== undefined) {
      const seen = Object.values(detect).some((traces: readonly unknown[]) => traces.length > 0);
      return {
        ...{ ...old, name: name ?? old.name, stage: stage ?? old.stage, area: area ?? old.area },
        ...{ purpose: purpose ?? old.purpose, url: url ?? old.url, status: status ?? old.status },
        ...{ note: note ?? old.note, detect: seen ? detect : old.detect },
      };
    }
    if (name === undefined || stage === undefined || purpose === undefined || url === undefined) {
      return lacking("tool", id, { name, stage, purpose, url });
    }
    return { id, name, stage, area: area ?? "own", purpose, url, status: status ?? "active", note, rows: [], detect };
  };
}

function lacking(what: string, id: string, needed: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const missing = Object.keys(needed).filter((key) => needed[key] === undefined);
  const keys = missing.map((key) => `\`${key}\``).join(" and ");
  return [{ path: ["id"], message: `there is no ${what} \`${id}\`; to add it, give ${keys} too` }];
}

function noId(id: string): Fault {
  return { path: ["id"], message: `\`${id}\` is no id: small letters, digits and hyphens make one` };
}

function wrongStage(stage: string | undefined, stages: ReadonlySet<string>): readonly Fault[] {
  if (stage === undefined || stages.has(stage)) return [];
  return [{ path: ["stage"], message: `there is no stage \`${stage}\`` }];
}

function wrongUrl(url: string | undefined): readonly Fault[] {
  if (url === undefined || /^https?:\/\/\S+$/.test(url)) return [];
  return [{ path: ["url"], message: "a web address is expected, with `https://`" }];
}
