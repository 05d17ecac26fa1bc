import type { ConfigEntry } from "../file-facts.js";
import { valueOfText } from "./text-value.js";

/** A setting of an INI file, with every line of its value. */
export interface IniOption {
  readonly section: string;
  readonly key: string;
  readonly line: number;
  readonly values: readonly { readonly text: string; readonly line: number }[];
}

/** Reads INI as Python's configparser has it, with the indented settings and quoted sections of `.dvc/config` and git. */
export function readIni(text: string): { readonly options: readonly IniOption[]; readonly reason: string | undefined } {
  const options: OpenOption[] = [];
  let reason: string | undefined;
  let section: string | undefined;
  let current: OpenOption | undefined;
  text.split(/\r\n|[\r\n]/).forEach((written, index) => {
    const line = index + 1;
    const content = withoutComment(written.trim());
    if (content === "") return;
    const indent = written.search(/\S/);
    if (current !== undefined && indent > current.indent) {
      current.values.push({ text: content, line });
      return;
    }
    const head = /^\[(.*)\]$/.exec(content)?.[1];
    if (head !== undefined) {
      section = head.trim().replace(/^'(.*)'$/, "$1");
      current = undefined;
      return;
    }
    const [, key = content, value] = /^([^=:]*?)\s*[=:]\s*(.*)$/.exec(content) ?? [];
    if (content.startsWith("[") || (section === undefined && value === undefined)) {
      reason ??= `line ${line}: it is neither a section nor a setting`;
      return;
    }
    current = { section: section ?? "", key, line, indent, values: value ? [{ text: value, line }] : [] };
    options.push(current);
  });
  return { options, reason };
}

interface OpenOption extends IniOption {
  readonly indent: number;
  readonly values: { readonly text: string; readonly line: number }[];
}

/** A value of several lines that each set a name is a table, as the commands are that a package installs. */
export function iniEntries(options: readonly IniOption[]): readonly ConfigEntry[] {
  return options.flatMap(({ section, key, line, values }): readonly ConfigEntry[] => {
    const whole = section === "" ? key : `${section}.${key}`;
    const inner = values.map((value) => ({ ...value, match: /^([\w.-]+)\s*=\s*([^=\s].*)$/.exec(value.text) }));
    if (inner.length > 0 && inner.every((value) => value.match !== null && value.line !== line)) {
      return inner.map(({ match, line: innerLine }) => ({
        key: `${whole}.${match?.[1] ?? ""}`,
        value: valueOfText(match?.[2] ?? ""),
        line: innerLine,
      }));
    }
    const text = values.map((value) => value.text).join("\n");
    return [{ key: whole, value: values.length === 0 ? null : valueOfText(text), line }];
  });
}

/** A comment is a line of its own, or stands behind a space. */
function withoutComment(line: string): string {
  return /^[#;]/.test(line) ? "" : line.replace(/\s+[#;](?:\s.*)?$/, "");
}
