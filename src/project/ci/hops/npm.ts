import { joinPath, parentOf } from "../../paths.js";
import { at, record } from "../../structured.js";
import type { CiFiles } from "../ci-files.js";
import { type CommandCall, hasOption, option, programOf, readArguments, wordSet } from "../command.js";
import { type Followed, followedTo, startedTarget, type Target, unknownHere } from "../follow.js";
import type { Unknown } from "../model.js";
import { posixShell } from "../shell/options.js";
import { lineOf } from "./lines.js";
import { packagesOf } from "./workspaces.js";

const managers = new Set([
  "npm",
  "yarn",
  "pnpm",
  "bun",
  "lerna",
  "turbo",
  "nx",
  "run-s",
  "run-p",
  "npm-run-all",
  "concurrently",
]);
const valued = wordSet(
  "-w --workspace --prefix -C --dir --cwd --filter -F --scope --concurrency -p --projects -t --target --targets",
);
/** Names that a manager runs without `run`; yarn, pnpm and bun take any script's name. */
const short = new Set(["test", "t", "tst", "start", "stop", "restart"]);

/** `npm test`, `yarn run x`, `pnpm -r test`, `turbo run test`: scripts of `package.json`, of the workspaces too. */
export async function followNpm(call: CommandCall, files: CiFiles): Promise<Followed | undefined> {
  const program = programOf(call);
  if (!managers.has(program)) return undefined;
  const { directory: from } = call.scope;
  if (from === undefined) return unknownHere(call, `${program} runs in a folder that is not known`);
  const args = readArguments(call.words.slice(1), valued);
  const names = scriptNames(program, args);
  if (names === undefined) return undefined;
  const folder = joinPath(from, option(args, "--prefix", "-C", "--dir", "--cwd") ?? ".");
  const isEverywhere =
    hasOption(args, "--workspaces", "-ws", "-r", "--recursive") ||
    /^(?:lerna|turbo|nx)$/.test(program) ||
    args.others[0]?.text === "workspaces";
  const chosen = [
    ...["-w", "--workspace", "--filter", "-F", "--scope"].flatMap((name) => args.options.get(name) ?? []),
    ...workspaceOf(program, args),
  ];
  const all = isEverywhere || chosen.length > 0 ? await packagesOf(folder, files) : [];
  const picked =
    chosen.length === 0
      ? all
      : all.filter(({ name, folder: inner }) => chosen.some((one) => matches(one, name, inner)));
  const folders = isEverywhere || chosen.length > 0 ? picked.map((one) => one.folder) : [folder];
  const targets: Target[] = [];
  const unknowns: Unknown[] = [];
  for (const name of names) {
    const found = (await Promise.all(folders.map((one) => scriptTargets(one, name, files)))).flat();
    targets.push(...found);
    const isPlain = name !== "test" || program === "npm";
    if (found.length === 0 && !hasOption(args, "--if-present") && isPlain) {
      // `yarn jest` runs a program of a dependency.
      if (!args.others.some(({ text }) => text === "run") && !short.has(name) && /^(?:yarn|pnpm|bun)$/.test(program))
        return programCall(call, args.firstOther);
      unknowns.push({ place: call.place, detail: `no package.json has a script \`${name}\` where it is asked for` });
    }
  }
  return { targets, unknowns };
}

function programCall(call: CommandCall, first: number): Followed {
  return followedTo(startedTarget(call, call.words.slice(1 + first)));
}

/** The scripts that a command names; undefined where it runs none (`npm ci`). */
function scriptNames(program: string, args: ReturnType<typeof readArguments>): readonly string[] | undefined {
  const words = args.others.map(({ text }) => text);
  if (program === "run-s" || program === "run-p" || program === "npm-run-all") return words;
  if (program === "concurrently") {
    const scripts = words.flatMap((word) => /^(?:npm|yarn|pnpm):(\S+)$/.exec(word)?.[1] ?? []);
    return scripts.length > 0 ? scripts : undefined;
  }
  const [first, ...rest] = words;
  if (program === "nx")
    return first === "run-many" || first === "affected"
      ? [option(args, "-t", "--target", "--targets") ?? "test"]
      : undefined;
  if (program === "turbo" || program === "lerna")
    return first === "run"
      ? rest.slice(0, program === "lerna" ? 1 : undefined)
      : program === "turbo" && first !== undefined
        ? words
        : undefined;
  if (program === "yarn" && first === "workspace") return rest[1] === "run" ? rest.slice(2, 3) : rest.slice(1, 2);
  if (program === "yarn" && first === "workspaces")
    return rest[0] === "foreach" || rest[0] === "run"
      ? [rest.filter((word) => word !== "run" && word !== "foreach")[0] ?? ""]
      : undefined;
  if (first === "run" || first === "run-script" || first === "rum") return rest.slice(0, 1);
  if (first === undefined) return undefined;
  if (short.has(first))
    return program === "bun" && first === "test" ? undefined : [first === "t" || first === "tst" ? "test" : first];
  const isAny = program === "yarn" || program === "pnpm";
  return isAny && !builtIn.has(first) ? [first] : undefined;
}

const builtIn = wordSet(
  "install i ci add remove rm up upgrade update dlx exec x create init link unlink pack publish config cache why audit outdated list ls info set version global node npm plugin dedupe store env fetch import rebuild prune root bin self-update licenses login",
);

function workspaceOf(program: string, args: ReturnType<typeof readArguments>): readonly string[] {
  return program === "yarn" && args.others[0]?.text === "workspace" ? [args.others[1]?.text ?? ""] : [];
}

function matches(asked: string, name: string, folder: string): boolean {
  const plain = asked.replace(/^\.\//, "").replace(/\.{3}$/, "");
  return (
    plain === name ||
    folder.endsWith(`/${plain}`) ||
    plain === "*" ||
    (plain.includes("*") &&
      new RegExp(`^${plain.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`).test(name))
  );
}

/** A script with those that npm runs before and after it. */
async function scriptTargets(folder: string, name: string, files: CiFiles): Promise<readonly Target[]> {
  const path = joinPath(folder, "package.json");
  const scripts = record(at(await files.json(path), "scripts"));
  const text = (await files.text(path)) ?? "";
  const wanted = name.endsWith(":*") ? Object.keys(scripts).filter((one) => one.startsWith(name.slice(0, -1))) : [name];
  return wanted.flatMap((one) =>
    [`pre${one}`, one, `post${one}`].flatMap((key): readonly Target[] => {
      const command = scripts[key];
      if (typeof command !== "string" || typeof scripts[one] !== "string") return [];
      const line = lineOf(text, JSON.stringify(key), Math.max(0, text.indexOf('"scripts"')));
      const content = { kind: "script", pieces: [{ text: command, path, line }], shell: posixShell() } as const;
      return [
        { hop: { path, line, text: `${key}: ${command}` }, directory: parentOf(path), env: {}, breaks: [], content },
      ];
    }),
  );
}
