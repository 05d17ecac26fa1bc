import { parentOf } from "../../paths.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, programOf } from "../command.js";
import { type Followed, followedTo, scriptTarget, unknownHere } from "../follow.js";
import type { Shell } from "../model.js";
import { posixShell, shebangShell } from "../shell/options.js";
import { namedShell } from "../shells.js";
import { fileAt } from "../tool.js";
import { isShell } from "../unwrap.js";

/** `./x.sh`, `bash x.sh`, `source x.sh`: the commands of the script. */
export async function followShellScript(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const program = programOf(call);
  const [first, ...rest] = call.words;
  if (first === undefined) return undefined;
  if (program === "source" || program === "." || isShell(program) || program === "call") {
    const at = rest.findIndex(({ text }) => !/^[-+]|^(?:pipefail|errexit|nounset|xtrace)$/.test(text));
    const file = rest[at];
    // `bash -c "..."` is given a text, not a file.
    if (file === undefined || rest.slice(0, at).some(({ text }) => /^-[a-z]*c$/.test(text))) return undefined;
    // What is sourced from outside the project (a virtual environment, a profile) sets up and runs nothing.
    if (!isShell(program)) return sourced(call, file.text, files);
    if (!file.isKnown) return unknownHere(call, `which script \`${file.text}\` is, only the run knows`);
    const shell = posixShell(rest.slice(0, at).map(({ text }) => text));
    return run(call, file.text, rest.slice(at + 1), files, () => shell);
  }
  if (/^(?:pwsh|powershell)$/.test(program)) {
    const file = rest.find(({ text }) => /\.ps1$/.test(text));
    return file === undefined ? undefined : run(call, file.text, [], files, () => namedShell("pwsh"));
  }
  if (!first.text.includes("/") && !/\.(?:sh|bash|ps1|bat|cmd)$/.test(first.text)) return undefined;
  if (!first.isKnown) return undefined;
  return run(call, first.text, rest, files, (text) => {
    if (/\.ps1$/.test(first.text)) return namedShell("pwsh");
    return /\.(?:bat|cmd)$/.test(first.text) ? namedShell("cmd") : (shebangShell(text) ?? posixShell());
  });
}

async function sourced(call: CommandCall, file: string, files: CiFiles): Promise<Followed | undefined> {
  const path = fileAt(file, call);
  const isOurs = path !== undefined && /\.(?:sh|bash)$/.test(path) && (await files.isFile(path));
  return isOurs
    ? run(call, file, [], files, () => ({ ...posixShell(), ...call.options }))
    : { targets: [], unknowns: [] };
}

async function run(
  call: CommandCall,
  file: string,
  args: CommandCall["words"],
  files: CiFiles,
  shellOf: (text: string) => Shell,
): Promise<Followed | undefined> {
  const path = fileAt(file, call);
  if (path === undefined) return unknownHere(call, `\`${file}\` runs in a folder that is not known`);
  const text = await files.text(path);
  if (text === undefined) {
    const isScript = /\.(?:sh|bash|ps1|bat|cmd)$/.test(path) && parentOf(path) !== "/tmp";
    return isScript ? unknownHere(call, `there is no script ${path}`) : undefined;
  }
  const shell = shellOf(text);
  // A Python script is what runs; a program that is no text is too.
  if (shell.kind === "python" || shell.kind === "unknown" || text.includes("\u0000")) return undefined;
  const isKnown = args.every((word) => word.isKnown);
  const target = scriptTarget({ text, path, line: 1 }, { shell }, { directory: call.scope.directory, script: path });
  const hop = { path, line: 1, text: call.source };
  return followedTo({ ...target, hop, args: isKnown ? args.map((word) => word.text) : undefined });
}
