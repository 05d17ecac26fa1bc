import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import type { Lifecycle } from "../../src/protocol.js";
import {
  type ChecklistProgress,
  checklistProgressNotification,
  type ChecklistView,
  exportChecklistRequest,
  type ExportChecklistResult,
  type ExportFormat,
  mergeSignOffsRequest,
  type PersonsWord,
  type RunChecklistParams,
  runChecklistRequest,
  type RunChecklistResult,
  type SignItemParams,
  signItemRequest,
  type SignItemResult,
  type TextChange,
} from "../../src/protocol-checklist.js";
import { runCli } from "../cli/run-cli.js";
import { isChecked, openView } from "./lifecycle-client.js";
import { type LspClient, startClient } from "./lsp-client.js";

const training = "from torch import nn\n\n\ndef step(model, batch):\n    return model(batch)\n";

describe("the checklist in the server", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
    client.write(".git/HEAD", "ref: refs/heads/main\n");
    client.write("train.py", training);
  });
  afterEach(() => client.stop());

  const ask = (more: Partial<RunChecklistParams> = {}): Promise<RunChecklistResult> =>
    client.connection.sendRequest(runChecklistRequest, {
      uri: client.uri("."),
      isTrusted: false,
      history: [],
      ...more,
    });
  const run = async (more: Partial<RunChecklistParams> = {}): Promise<ChecklistView> => {
    const result = await ask(more);
    assert.ok(result?.state === "done", JSON.stringify(result));
    return result;
  };
  const word = (more: Partial<PersonsWord> = {}): PersonsWord => ({
    ...{ item: "PLAN-03", verdict: "pass", who: "Ada Lovelace", link: "", note: "", expires: "" },
    ...more,
  });
  const sign = (params: Omit<SignItemParams, "uri">): Promise<SignItemResult> =>
    client.connection.sendRequest(signItemRequest, { uri: client.uri("."), ...params });
  const signOffs = (): string => readFileSync(join(client.folder, ".preflight/attestations.yaml"), "utf8");

  it("is rendered with the three numbers, every question, and nothing that runs", async () => {
    const { html, style, title } = await run();
    assert.match(title, /^Readiness: ml-preflight-server-/);
    for (const words of ["ML Test Score", "Overall readiness", "Open human questions", "Next best actions", "Gate"]) {
      assert.ok(html.includes(words), words);
    }
    assert.equal(html.match(/class="item"/g)?.length, 70);
    assert.equal(html.match(/<svg[^>]*role="img"/g)?.length, 2);
    assert.doesNotMatch(html, /<script| on\w+=| style=/);
    assert.match(style, /--text/);
  });

  it("tells how far it is, and ends when it is cancelled", async () => {
    const told: ChecklistProgress[] = [];
    client.connection.onNotification(checklistProgressNotification, (progress: ChecklistProgress) => {
      told.push(progress);
    });
    await run();
    assert.ok(told.length > 0);
    assert.ok(told.every(({ uri, part = 0 }) => uri === client.uri(".") && part <= 1));
    const { CancellationTokenSource } = await import("vscode-languageserver/node");
    const source = new CancellationTokenSource();
    const params = { uri: client.uri("."), isTrusted: false, history: [] };
    const stopped = client.connection.sendRequest<RunChecklistResult>(runChecklistRequest, params, source.token);
    source.cancel();
    assert.deepEqual(await stopped, { state: "cancelled" });
    await run();
  });

  it("does not exist where there is no disk", async () => {
    assert.equal(await ask({ uri: "vscode-vfs://github/a/b" }), null);
  });

  it("says what changed since the run before, and remembers only runs that differ", async () => {
    const first = await run();
    assert.equal(first.history.length, 1);
    assert.match(first.html, /first run that is remembered/);
    const same = await run({ history: first.history });
    assert.deepEqual(same.history, first.history);
    client.write(
      ".preflight/attestations.yaml",
      `attestations:\n  - {item: PLAN-03, verdict: pass, who: Ada, date: ${today()}}\n`,
    );
    const after = await run({ history: first.history, onlySignOffs: true });
    assert.equal(after.history.length, 2);
    assert.match(after.html, /Changes since the run of/);
    assert.match(after.html, /<h3>Better<\/h3>[^]*PLAN-03[^]*→ attested/);
    assert.match((await run({ history: ["no run", ...after.history] })).html, /Earlier runs/);
  });

  it("shows verdicts in views, with the numbers", async () => {
    const view = await openView(client);
    await view.untilState(isChecked);
    assert.equal(view.state().items["PLAN-03"], "not-run");
    assert.equal(view.state().checklist, null);
    const told = view.untilState(({ checklist }: Lifecycle) => checklist !== null);
    await run();
    await told;
    const item = view.state().items["PLAN-03"];
    assert.ok(typeof item === "object");
    assert.equal(item.verdict, "human");
    assert.equal(view.state().checklist?.isReady, false);
    const again = await openView(client);
    assert.deepEqual(again.first.items["PLAN-03"], item);
  });

  it("names files with what is asked of git, which is nothing in Restricted Mode", async () => {
    const git = (...args: string[]): void => {
      execFileSync("git", ["-C", client.folder, ...args], { stdio: "ignore" });
    };
    git("init", "--quiet");
    git("config", "user.name", 'Ada "the first" Lovelace');
    git("config", "core.fsmonitor", "touch was-run");
    assert.match((await run({ isTrusted: true })).html, /value="Ada &quot;the first&quot; Lovelace"/);
    const restricted = (await run()).html;
    assert.match(restricted, /Restricted Mode/);
    assert.doesNotMatch(restricted, /Lovelace/);
    assert.equal(existsSync("was-run"), false);
  });

  it("answers a sign-off with an edit that adds to what stands there", async () => {
    const none = await sign({ word: word({ note: "Read it.", link: "https://example.org/goal" }) });
    assert.ok(none !== null && "change" in none);
    assert.equal(none.change.isNew, true);
    assert.match(
      apply("", none.change),
      /^attestations:\n {2}- item: PLAN-03\n {4}verdict: pass\n {4}who: Ada Lovelace\n/,
    );

    const before =
      "# Who said what.\nattestations:\n  - item: PLAN-02 # odd\n    verdict: fail\n    who: Bob\n    date: 2026-01-01\n";
    client.write(".preflight/attestations.yaml", before);
    const more = await sign({ word: word() });
    assert.ok(more !== null && "change" in more);
    assert.deepEqual([more.change.isNew, more.change.version], [false, null]);
    assert.ok(apply(before, more.change).startsWith(before));
    assert.equal(signOffs(), before, "the server writes nothing");

    const typed = `${before}  # half a\n`;
    const open = await sign({ word: word(), open: { text: typed, version: 7 } });
    assert.ok(open !== null && "change" in open);
    assert.equal(open.change.version, 7);
    const text = apply(typed, open.change);
    assert.ok(text.includes("# half a") && text.includes("item: PLAN-03"), text);
  });

  it("says what is wrong with a sign-off, and at which field", async () => {
    const cases: readonly (readonly [Partial<PersonsWord>, keyof PersonsWord | undefined])[] = [
      [{ item: "NONE-01" }, "item"],
      [{ who: " " }, "who"],
      [{ verdict: "n/a" }, "note"],
      [{ expires: "soon" }, "expires"],
      [{ expires: "2001-01-01" }, "expires"],
      [{ link: "two words" }, "link"],
    ];
    for (const [given, field] of cases) {
      const answer = await sign({ word: word(given) });
      assert.ok(answer !== null && "problem" in answer, JSON.stringify(given));
      assert.equal(answer.field, field);
    }
    client.write(".preflight/attestations.yaml", "attestations: [\n");
    const broken = await sign({ word: word() });
    assert.ok(broken !== null && "problem" in broken);
    assert.match(broken.problem, /not well formed/);
  });

  it("writes nothing outside of the project, whatever its configuration and its links say", async () => {
    const configure = async (file: string): Promise<void> => {
      const uri = client.write(".preflight/config.yaml", `checklist: {attest: {file: ${file}}}\n`);
      await client.watched([uri, "changed"]);
    };
    await configure("../elsewhere.yaml");
    const outside = await sign({ word: word() });
    assert.ok(outside !== null && ("problem" in outside || outside.file.startsWith(client.uri("."))));
    await configure("away/signed.yaml");
    symlinkSync("/", join(client.folder, "away"));
    const linked = await sign({ word: word() });
    assert.ok(linked !== null && "problem" in linked, JSON.stringify(linked));
  });

  it("joins what the editor has with what others wrote to the disk meanwhile", async () => {
    const entry = (item: string): string => `  - {item: ${item}, verdict: pass, who: Ada, date: 2026-01-01}\n`;
    const base = `attestations:\n${entry("PLAN-03")}`;
    client.write(".preflight/attestations.yaml", `${base}${entry("PLAN-02")}`);
    const params = { uri: client.uri("."), text: `${base}${entry("PLAN-05")}`, base };
    const merged = await client.connection.sendRequest<string>(mergeSignOffsRequest, params);
    for (const item of ["PLAN-03", "PLAN-02", "PLAN-05"]) assert.ok(merged.includes(item), merged);
  });

  it("is given to others as the command line gives it, after a run", async () => {
    client.write(".preflight/config.yaml", "docsUrl: https://guide.example\n");
    const give = (format: ExportFormat): Promise<ExportChecklistResult> =>
      client.connection.sendRequest(exportChecklistRequest, { uri: client.uri("."), format });
    assert.equal(await give("json"), null);
    await run();
    // Midnight may come between the two.
    const withoutDay = (text: string): string => text.replaceAll(/\b20\d\d-\d\d-\d\d\b/g, "DAY");
    for (const format of ["json", "html", "markdown"] as const) {
      const { stdout } = await runCli(["checklist", ".", "--format", format], { cwd: client.folder });
      assert.ok(stdout.length > 1_000);
      assert.equal(withoutDay((await give(format)) ?? ""), withoutDay(stdout), format);
    }
    assert.ok(((await give("pull-request")) ?? "").length < 65_536);
  });
});

function apply(text: string, { range, newText }: TextChange): string {
  const lines = text.split("\n");
  const offset = ({ line, character }: TextChange["range"]["start"]): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(0, offset(range.start)) + newText + text.slice(offset(range.end));
}

function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
