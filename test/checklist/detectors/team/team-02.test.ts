import { equal } from "node:assert/strict";
import { verdictIn } from "../../verdict-in.js";

const makefile =
  "setup data:\n\tpip install -e .\ntrain:\n\tpython train.py\ntest:\n\tpytest\nserve:\n\tpython app.py\n";
const readme = (...commands: readonly string[]): string => `# Project\n\n\`\`\`bash\n${commands.join("\n")}\n\`\`\`\n`;
const all = ["make setup", "make data", "make train", "make test", "make serve"];

describe("TEAM-02", () => {
  it("passes with five kinds of commands that exist", async () => {
    equal(await verdictIn({ "README.md": readme(...all), Makefile: makefile }, "TEAM-02"), "pass");
  });
  it("is partial with a dead command, or with some kinds", async () => {
    const texts = { "README.md": readme(...all, "python gone.py"), Makefile: makefile };
    equal(await verdictIn(texts, "TEAM-02"), "partial");
    equal(await verdictIn({ "README.md": readme("make train"), Makefile: makefile }, "TEAM-02"), "partial");
  });
  it("fails without a README, or where no command exists", async () => {
    equal(await verdictIn({ Makefile: makefile }, "TEAM-02"), "fail");
    equal(await verdictIn({ "README.md": readme("make train", "python train.py") }, "TEAM-02"), "fail");
    equal(
      await verdictIn({ "README.md": "# Project\n\nRun make train, make test.\n", Makefile: makefile }, "TEAM-02"),
      "fail",
    );
  });
  it("takes what a recipe is given for no recipe", async () => {
    const justfile = (score: string): string =>
      `setup:\n    uv sync\ndata:\n    python data.py\ntrain *more:\n    python train.py {{more}}\ntest:\n    pytest\n${score}`;
    const commands = ["just setup data", "just train optim.lr=0.1", "just test", "just score in.csv out.csv"];
    const texts = { "README.md": readme(...commands) };
    const withValues = justfile("score from to='out.csv':\n    python score.py {{from}} {{to}}\n");
    equal(await verdictIn({ ...texts, justfile: withValues }, "TEAM-02"), "pass");
    const without = justfile("score:\n    python score.py\n");
    equal(await verdictIn({ ...texts, justfile: without }, "TEAM-02"), "partial");
  });
});
