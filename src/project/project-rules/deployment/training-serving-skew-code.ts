import { isTestPath } from "../../../semantics/code/test-paths.js";
import { perText } from "../../facts/per-text.js";
import { parseFile } from "../../parse.js";
import { nameOf, parentOf } from "../../paths.js";
import { likeness, type OwnFunction, ownFunctions } from "../copied-functions.js";
import { defineProjectRule, type ProjectReport } from "../project-rule.js";
import type { ProjectView } from "../project-view.js";

export default defineProjectRule({
  meta: {
    id: "training-serving-skew-code",
    stage: "deployment",
    languages: [],
    files: "Python code that serves a model, beside the code that trains it",
    severity: "warning",
    preset: "recommended",
    summary: "The same transformation is written once for training and once for serving",
    why: "Two copies drift apart: one is repaired or gets a new default, and from then on the model is asked with other features than it was trained on, without any error.",
    fix: "Keep the function in one module that both import, or save the preparation with the model and load it where it serves.",
    guide: "data/processing#feature-stores",
    libraries: [],
    topics: [],
    readsOwnNames: true,
    since: "0.1.0",
  },

  examples: [
    {
      bad: {
        "training/train.py": `import pandas as pd
from sklearn.linear_model import LogisticRegression


def make_features(rows):
    rows["age"] = rows["age"].fillna(40).clip(0, 100)
    rows["income"] = rows["income"] / 1000
    return rows[["age", "income"]]


rows = pd.read_csv("rows.csv")
LogisticRegression().fit(make_features(rows), rows["left"])
`,
        "serving/app.py": `import joblib
import pandas as pd
from fastapi import FastAPI

app = FastAPI()
model = joblib.load("model.joblib")


def make_features(frame):
    frame["age"] = frame["age"].fillna(30).clip(0, 100)
    frame["income"] = frame["income"] / 1000
    return frame[["age", "income"]]


@app.post("/predict")
def predict(rows: list[dict]):
    return model.predict(make_features(pd.DataFrame(rows))).tolist()
`,
      },
      good: {
        "features.py": `def make_features(rows):
    rows["age"] = rows["age"].fillna(40).clip(0, 100)
    rows["income"] = rows["income"] / 1000
    return rows[["age", "income"]]
`,
        "training/train.py": `import pandas as pd
from sklearn.linear_model import LogisticRegression

from features import make_features

rows = pd.read_csv("rows.csv")
LogisticRegression().fit(make_features(rows), rows["left"])
`,
        "serving/app.py": `import joblib
import pandas as pd
from fastapi import FastAPI

from features import make_features

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(rows: list[dict]):
    return model.predict(make_features(pd.DataFrame(rows))).tolist()
`,
      },
    },
  ],

  mayStandIn: (path) => path.endsWith(".py"),

  check: async (project) => {
    const { serving, training } = await sides(project);
    if (serving.length === 0 || training.length === 0) return [];
    const copies: { readonly path: string; readonly own: OwnFunction }[] = [];
    for (const path of serving) for (const own of await transformations(path, project)) copies.push({ path, own });
    const names = new Set(copies.map(({ own }) => plain(own.name)));
    const originals = new Map<string, { readonly path: string; readonly own: OwnFunction }[]>();
    for (const path of training) {
      for (const own of await transformations(path, project, names)) {
        const key = plain(own.name);
        originals.set(key, [...(originals.get(key) ?? []), { path, own }]);
      }
    }
    const reports: ProjectReport[] = [];
    for (const { path, own } of copies) {
      const [original, ...others] = originals.get(plain(own.name)) ?? [];
      // What is written in three places is a pattern of the project, or a framework's.
      if (original === undefined || others.length > 0) continue;
      const alike = likeness(own.tokens, original.own.tokens);
      if (alike < leastAlike) continue;
      reports.push({
        path,
        at: own.nameSpan,
        message: `\`${own.name}\` is written here and in \`${original.path}\`, where the model is trained${alike < 1 ? ", and the two differ already" : ""}: let both import one.`,
        related: [{ at: { ...original.own.nameSpan, path: original.path }, message: "The one for training." }],
      });
    }
    return reports;
  },
});

/** Below this two functions share a name, and not what they do. */
const leastAlike = 0.85;
/** Shorter ones are alike by chance. */
const leastTokens = 25;
/** Where there is more code than this, it is not one model and its service. */
const mostFiles = 5_000;

const serves =
  /^[ \t]*(?:from|import)[ \t]+(?:fastapi|flask|bentoml|litserve|starlette|sanic|tornado|mlserver|kserve|ray\.serve|ray[ \t]+import[ \t]+serve|ts\.torch_handler|falcon|robyn|quart)\b/m;
const trains = /\.fit\(|\.backward\(|\bTrainer\(|\.train\(|xgb\.train|lgb\.train/;
const prepares = /(?:^|\/)[^/]*(?:train|feature|preprocess|pipeline|transform|dataset|prepare|etl)[^/]*(?:\/|\.py$)/i;
const servingFolder = /^(?:[\w-]*(?:serv|infer|predict|scor|deploy|api|app|web|backend)[\w-]*)$/i;
const isAside =
  /(?:^|\/)(?:examples?|docs?|tutorials?|samples?|demos?|benchmarks?|templates?|notebooks?|third[-_]party|vendor|archive|legacy|old)\//i;

/** The files that serve a model and those that train one. A service's folder is all of it, unless it holds the training too. */
async function sides(
  project: ProjectView,
): Promise<{ readonly serving: readonly string[]; readonly training: readonly string[] }> {
  const paths = project.paths.filter((path) => path.endsWith(".py") && !isTestPath(path) && !isAside.test(path));
  if (paths.length > mostFiles) return { serving: [], training: [] };
  const served = new Set<string>();
  const trained = new Set<string>();
  for (const path of paths) {
    const text = await project.read(path);
    if (text === undefined) continue;
    if (trains.test(text)) trained.add(path);
    else if (serves.test(text)) served.add(path);
  }
  const folders = new Set(
    [...served].flatMap((path) => {
      const folder = parentOf(path);
      return folder !== undefined && servingFolder.test(nameOf(folder)) ? [folder] : [];
    }),
  );
  const serving = paths.filter((path) => !trained.has(path) && (served.has(path) || folders.has(parentOf(path) ?? "")));
  const isServing = new Set(serving);
  return {
    serving,
    training:
      trained.size === 0
        ? []
        : paths.filter((path) => !isServing.has(path) && (trained.has(path) || prepares.test(path))),
  };
}

const transforms =
  /preproc|transform|feature|normali[sz]e|scale|encode|clean|tokeni[sz]e|extract|prepare|resize|impute|bucket|featuri[sz]e|vectori[sz]e|standardi[sz]e/i;

/** The functions of a file that change data, by their names or because they set columns; of some names alone where they are told. */
async function transformations(
  path: string,
  project: ProjectView,
  names?: ReadonlySet<string>,
): Promise<readonly OwnFunction[]> {
  const text = await project.read(path);
  // Most files for training define none of the names, which their text tells without being parsed.
  if (text === undefined || (names !== undefined && !definesOneOf(names, text))) return [];
  return transformationsIn(text, path, project.memory);
}

function definesOneOf(names: ReadonlySet<string>, text: string): boolean {
  for (const [, name = ""] of text.matchAll(/\bdef\s+(\w+)/g)) if (names.has(plain(name))) return true;
  return false;
}

const transformationsIn = perText(async (text, path): Promise<readonly OwnFunction[]> => {
  const form = await parseFile(text, path);
  if (!("body" in form)) return [];
  return ownFunctions(form).filter(
    ({ name, tokens }) => tokens.length >= leastTokens && (transforms.test(name) || setsColumns(tokens)),
  );
});

/** `$0["age"] = ...`, at least twice. */
function setsColumns(tokens: readonly string[]): boolean {
  let count = 0;
  tokens.forEach((token, index) => {
    const isColumn = token.startsWith('"') && tokens[index - 1] === "[" && tokens[index + 1] === "]";
    if (isColumn && tokens[index + 2] === "=" && tokens[index + 3] !== "=") count++;
  });
  return count >= 2;
}

/** `_make_features` and `makeFeatures` are one name. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll("_", "");
}
