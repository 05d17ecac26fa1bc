/** An INI file as tox and setuptools read it: sections of keys, whose values go on in indented lines. */
export interface IniValue {
  readonly line: number;
  readonly lines: readonly { readonly text: string; readonly line: number }[];
}

export type Ini = ReadonlyMap<string, ReadonlyMap<string, IniValue>>;

export function readIni(text: string): Ini {
  const sections = new Map<string, Map<string, IniValue>>();
  let section = new Map<string, IniValue>();
  let open: { text: string; line: number }[] | undefined;
  text.split("\n").forEach((source, index) => {
    const line = index + 1;
    if (/^\s*[#;]/.test(source)) return;
    const header = /^\[([^\]]+)\]/.exec(source)?.[1];
    if (header !== undefined) {
      section = sections.get(header.trim()) ?? new Map<string, IniValue>();
      sections.set(header.trim(), section);
      open = undefined;
    } else if (/^\s/.test(source)) {
      const plain = source.replace(/\s#.*$/, "").trim();
      if (plain !== "") open?.push({ text: plain, line });
    } else {
      const entry = /^([^=:\s][^=:]*?)\s*[=:]\s*(.*)$/.exec(source);
      if (entry === null) return;
      const value = entry[2]!.replace(/\s#.*$/, "").trim();
      open = value === "" ? [] : [{ text: value, line }];
      section.set(entry[1]!.trim(), { line, lines: open });
    }
  });
  return sections;
}
