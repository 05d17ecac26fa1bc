/**
 * One mapping of the guide's data, read field by field. A reader takes its fields from here and never looks at what they
 * hold, so the same reader can be run on data, or on an entry that only notes what is asked for: that gives the schema.
 */
export interface Entry {
  text(key: string, doc?: string): string;
  optionalText(key: string, doc?: string): string | undefined;
  /** Kebab-case, because it becomes part of an address. */
  id(key: string, doc?: string): string;
  number(key: string, doc?: string): number;
  /** False when left out. */
  flag(key: string, doc?: string): boolean;
  choice<T extends string>(key: string, choices: readonly T[], doc?: string): T;
  optionalChoice<T extends string>(key: string, choices: readonly T[], doc?: string): T | undefined;
  /** A list of texts, empty when left out. */
  texts(key: string, doc?: string): readonly string[];
  /** A list of mappings, empty when left out. */
  entries<T>(key: string, read: Reader<T>, doc?: string): readonly T[];
  /** A list of mappings that has to be there. */
  someEntries<T>(key: string, read: Reader<T>, doc?: string): readonly T[];
  /** A mapping inside this one; left out, all its own fields are. */
  part<T>(key: string, read: Reader<T>, doc?: string): T;
}

export type Reader<T> = (entry: Entry) => T;

/** What is wrong with the data, and where: keys and positions from the outside in. */
export interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** Reads a list of mappings; a fault is noted, and an empty value stands in for what cannot be used. */
export function readEntries<T>(value: unknown, path: Fault["path"], faults: Fault[], read: Reader<T>): readonly T[] {
  if (!Array.isArray(value)) {
    faults.push({ path, message: "a list is expected" });
    return [];
  }
  return value.map((item: unknown, index) => readEntry(item, [...path, index], faults, read));
}

/** Reads one mapping whole: fields that no reader asks for are faults, because they are mostly slips of the pen. */
export function readEntry<T>(value: unknown, path: Fault["path"], faults: Fault[], read: Reader<T>): T {
  const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
  const fields = new Map<string, unknown>(isMapping ? Object.entries(value) : []);
  const before = faults.length;
  const asked = new Set<string>();
  const result = read(entryOf(fields, path, faults, asked));
  if (!isMapping) {
    // What its fields lack says nothing when there are no fields at all.
    faults.splice(before);
    faults.push({ path, message: "a mapping is expected" });
  }
  for (const key of fields.keys()) {
    if (!asked.has(key)) {
      faults.push({ path: [...path, key], message: `nothing is known by this name; there is ${listed([...asked])}` });
    }
  }
  return result;
}

function entryOf(
  fields: ReadonlyMap<string, unknown>,
  path: Fault["path"],
  faults: Fault[],
  asked: Set<string>,
): Entry {
  const field = (key: string): unknown => {
    asked.add(key);
    return fields.get(key) ?? undefined;
  };
  const fault = <T>(key: string, expected: string, standIn: T): T => {
    faults.push({ path: [...path, key], message: `${expected} is expected` });
    return standIn;
  };
  const text = (key: string): string => {
    const value = field(key);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : fault(key, "a text", "");
  };
  const oneOf = <T extends string>(key: string, choices: readonly T[]): T | undefined => {
    const value = field(key);
    const choice = choices.find((candidate) => candidate === value);
    return choice ?? fault(key, `one of ${listed(choices)}`, undefined);
  };
  const list = <T>(key: string, read: Reader<T>): readonly T[] => readEntries(field(key), [...path, key], faults, read);
  return {
    text,
    optionalText: (key) => (field(key) === undefined ? undefined : text(key)),
    id: (key) => {
      const id = text(key);
      return id === "" || kebabCase.test(id) ? id : fault(key, "a kebab-case id", id);
    },
    number: (key) => {
      const value = field(key);
      return typeof value === "number" ? value : fault(key, "a number", 0);
    },
    flag: (key) => {
      const value = field(key) ?? false;
      return typeof value === "boolean" ? value : fault(key, "true or false", false);
    },
    choice: (key, choices) => {
      const [first] = choices;
      if (first === undefined) throw new Error(`There is nothing to choose from for ${key}.`);
      return oneOf(key, choices) ?? first;
    },
    optionalChoice: (key, choices) => (field(key) === undefined ? undefined : oneOf(key, choices)),
    texts: (key) => {
      const value = field(key) ?? [];
      const items: readonly unknown[] = Array.isArray(value) ? value : [undefined];
      return items.map((item) => (typeof item === "string" ? item : fault(key, "a list of texts", "")));
    },
    entries: (key, read) => (field(key) === undefined ? [] : list(key, read)),
    someEntries: list,
    part: (key, read) => readEntry(field(key) ?? {}, [...path, key], faults, read),
  };
}

/** `place` as one would say it: `readings[0].order`. */
export function placeText(path: Fault["path"]): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}

export const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;

function listed(words: readonly string[]): string {
  return words.map((word) => `\`${word}\``).join(", ");
}
