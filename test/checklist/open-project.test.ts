import { deepEqual, equal, match, rejects } from "node:assert/strict";
import { openChecklistProject } from "../../src/checklist/open-project.js";
import { runChecklist } from "../../src/checklist/run.js";
import { openConfigs } from "../../src/project/configs.js";
import { openWorkspace } from "../../src/project/workspace.js";
import { type MemoryFile, memoryFileSystem, unreadable } from "../project/memory-file-system.js";
import { options } from "./whole-runs.js";

const open = (texts: Readonly<Record<string, MemoryFile>>, onFile?: (count: number) => void) => {
  const files = memoryFileSystem(texts);
  const configs = openConfigs(files, []);
  const root = { folder: "/p", isProject: true };
  const workspace = openWorkspace({ files, configs, root });
  return openChecklistProject({ files, configs, root, workspace, findings: [], tools: [], ...(onFile && { onFile }) });
};

const texts: Readonly<Record<string, MemoryFile>> = {
  "/p/.gitignore": "scratch/\n",
  "/p/.preflight/config.yaml": "checklist: {profile: {people: true}, kpi: churn}\n",
  "/p/.github/workflows/test.yml": "on: push\n",
  "/p/scratch/old.py": "import torch\n",
  "/p/train.py": "from sklearn.svm import SVC\nSVC().fit(x, y)\n",
  "/p/broken.py": unreadable,
  "/secret.txt": "outside",
};

describe("openChecklistProject", () => {
  it("lists what is the project's own, and makes its profile with what the team says", async () => {
    const { files, profile, config, unreadable: unread } = await open(texts);
    deepEqual(files, [".github/workflows/test.yml", ".gitignore", ".preflight/config.yaml", "broken.py", "train.py"]);
    deepEqual(
      (["training", "people", "ci", "deepLearning"] as const).map((key) => profile.facts[key].value),
      [true, true, true, false],
    );
    equal(config.settings["kpi"], "churn");
    deepEqual(unread, [{ path: "broken.py", reason: "the code cannot be read" }]);
    match(profile.facts.deepLearning.why, /1 file of code could not be read: broken\.py/);
  });

  it("reads texts and code below the root alone", async () => {
    const project = await open({ ...texts, "/p/huge.txt": "x".repeat(2_000_001) });
    equal(await project.read(".gitignore"), "scratch/\n");
    for (const path of ["none.txt", "broken.py", "huge.txt", "../secret.txt"])
      equal(await project.read(path), undefined);
    equal((await project.form("train.py"))?.language, "python");
    equal(await project.form("broken.py"), undefined);
  });

  it("can be stopped while it looks", async () => {
    const stop = new Error("stopped");
    await rejects(
      open(texts, (count) => {
        if (count === 2) throw stop;
      }),
      stop,
    );
  });

  it("is what a run wants", async () => {
    const { items } = await runChecklist(await open(texts), options());
    equal(items.find(({ id }) => id === "DEPLOY-01")?.verdict, "human");
    deepEqual(items.find(({ id }) => id === "MON-06")?.verdict, "n/a");
  });

  it("sees a route that predicts in another file", async () => {
    const { profile } = await open({
      "/p/app.py":
        'from fastapi import FastAPI\nfrom order import scores_of\napp = FastAPI()\n@app.post("/rank")\ndef rank(body: dict):\n    return scores_of(body)\n',
      "/p/order.py": "def scores_of(body):\n    return model.predict(body)\n",
    });
    equal(profile.facts.serving.value, true);
    equal(profile.facts.online.value, true);
    equal(profile.facts.serving.why, "route /rank of app.py leads to a prediction in order.py.");
  });
});
