import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { CancellationTokenSource } from "vscode-languageserver/node";
import {
  compareChecklistRequest,
  type CompareChecklistResult,
  type ChecklistView,
  runChecklistRequest,
} from "../../src/protocol-checklist.js";
import { type LspClient, startClient } from "./lsp-client.js";

const seeded = [
  "import torch",
  "",
  "torch.manual_seed(7)",
  "net = torch.nn.Linear(2, 1)",
  "optimizer = torch.optim.Adam(net.parameters())",
  "for x, y in torch.load('rows.pt', weights_only=True):",
  "    optimizer.zero_grad()",
  "    torch.nn.functional.mse_loss(net(x), y).backward()",
  "    optimizer.step()",
  "",
].join("\n");
const readme = "# Prices\n\nPredicts what a house costs.\n";

describe("the checklist since the base branch", () => {
  let client: LspClient;
  beforeEach(async () => {
    client = await startClient();
    git("init", "--quiet", "--initial-branch", "main");
    client.write("train.py", seeded);
    client.write("README.md", readme);
    commit();
  });
  afterEach(() => client.stop());

  const git = (...args: string[]): string =>
    execFileSync("git", ["-C", client.folder, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], {
      encoding: "utf8",
    }).trim();
  const commit = (): void => {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "More");
  };
  const run = async (isTrusted = true): Promise<string> => {
    const params = { uri: client.uri("."), isTrusted, history: [] };
    return (await client.connection.sendRequest<ChecklistView>(runChecklistRequest, params)).html;
  };
  const ask = (isTrusted = true): Promise<CompareChecklistResult> =>
    client.connection.sendRequest(compareChecklistRequest, { uri: client.uri("."), isTrusted });
  const compare = async (isTrusted = true): Promise<string> => {
    const result = await ask(isTrusted);
    assert.ok(result?.state === "done", JSON.stringify(result));
    return sectionOf(result.html);
  };
  const sectionOf = (html: string): string => /<section aria-labelledby="base">[^]*?<\/section>/.exec(html)?.[0] ?? "";

  it("says what got worse and better since the branch left it, each leading to its item, only when it is asked", async () => {
    const base = git("rev-parse", "HEAD");
    git("switch", "--quiet", "--create", "feature");
    client.write("train.py", seeded.replace("torch.manual_seed(7)\n", ""));
    client.write(
      ".preflight/attestations.yaml",
      "attestations:\n  - { item: PLAN-03, verdict: pass, who: Ada, date: 2001-01-01, expires: 9000-01-01 }\n",
    );
    commit();
    git("switch", "--quiet", "main");
    client.write("later.txt", "After the branch had left.\n");
    commit();
    git("switch", "--quiet", "feature");
    git("config", "core.fsmonitor", "touch was-run");

    assert.equal(await ask(), null, "There is no run yet.");
    const before = sectionOf(await run());
    assert.match(before, /Since the branch point of main[^]*>Compare with main<\/button>/);
    assert.doesNotMatch(before, /Worse|Better/);
    const after = await compare();
    assert.ok(after.includes(`<code>${base.slice(0, 10)}</code>`), after);
    assert.match(after, /<h3>Worse<\/h3>[^]*<a href="#item-TRAIN-01">TRAIN-01<\/a>[^]*<h3>Better<\/h3>/);
    assert.match(after, /<h3>Better<\/h3>[^]*<a href="#item-PLAN-03">PLAN-03<\/a>: [^]*attested/);
    client.write("train.py", seeded);
    const source = client.uri("train.py");
    await client.watched([source, "changed"]);
    const again = sectionOf(await run());
    assert.doesNotMatch(again, /Worse/, "What is known of the base is compared with the run of now.");
    assert.match(again, /Better[^]*Compare with main again/);
    assert.equal(existsSync(join(client.folder, "was-run")) || existsSync("was-run"), false);
    git("config", "--unset", "core.fsmonitor");
    assert.equal(git("status", "--porcelain"), "M train.py");
  });

  it("takes the branch that the origin has checked out", async () => {
    git("update-ref", "refs/remotes/origin/trunk", "HEAD");
    git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
    assert.match(sectionOf(await run()), />Compare with trunk<\/button>/);
    assert.match(await compare(), /the last commit, which <code>trunk<\/code> has too[^]*No verdict is other/);
  });

  it("says that there is none, and asks nothing of git in Restricted Mode", async () => {
    git("branch", "--move", "main", "work");
    assert.match(sectionOf(await run()), /No base branch was found/);
    assert.match(await compare(), /No base branch was found/);
    git("branch", "--move", "work", "main");
    const restricted = sectionOf(await run(false));
    assert.match(restricted, /Restricted Mode/);
    assert.doesNotMatch(restricted, /<button/);
    assert.match(await compare(false), /Restricted Mode/);
  });

  it("can be cancelled, and asked for again", async () => {
    await run();
    const source = new CancellationTokenSource();
    const params = { uri: client.uri("."), isTrusted: true };
    const stopped = client.connection.sendRequest(compareChecklistRequest, params, source.token);
    source.cancel();
    assert.deepEqual(await stopped, { state: "cancelled" });
    assert.match(await compare(), /No verdict is other/);
  });

  it("says why it could not be compared, and can be asked for again", async () => {
    await run();
    const tree = git("rev-parse", "HEAD^{tree}");
    const object = join(client.folder, ".git/objects", tree.slice(0, 2), tree.slice(2));
    renameSync(object, `${object}.away`);
    const section = await compare();
    assert.match(
      section,
      /Since the branch point of main[^]*It could not be compared: [^]*>Compare with main<\/button>/,
    );
    assert.doesNotMatch(section, /<h3>|No verdict is other| at .*:\d+:\d+/, "Where it comes from is for the log.");
    renameSync(`${object}.away`, object);
    assert.match(await compare(), /No verdict is other/);
  });
});
