import { entropyOf, isPlaceholder, type Secret, secretsIn } from "../../../semantics/code/secrets.js";
import { isTestPath } from "../../../semantics/code/test-paths.js";
import { perText } from "../../facts/per-text.js";
import { languageOf } from "../../languages.js";
import { nameOf } from "../../paths.js";
import { defineProjectRule, type ProjectReport } from "../project-rule.js";

export default defineProjectRule({
  meta: {
    id: "secret-in-file",
    stage: "planning",
    languages: [],
    files: "`.env` files, key files, configurations and scripts that git does not ignore",
    severity: "error",
    preset: "recommended",
    summary: "A file that is not ignored holds a key, a token or a password",
    why: "What is committed once is known to all who ever get a copy of the repository, and stays in its history when the file is deleted.",
    fix: "Name the file in `.gitignore`, or take the value from a store of secrets, and replace it at its issuer if it was ever pushed.",
    guide: "planning/project-layout#secrets",
    libraries: [],
    topics: [],
    since: "0.1.0",
  },

  examples: [
    {
      bad: { "train.py": "import torch\n", ".env": "MLFLOW_TRACKING_PASSWORD=mQ7zRw2LkXv9TnB4\n" },
      good: {
        "train.py": "import torch\n",
        ".env": "MLFLOW_TRACKING_PASSWORD=mQ7zRw2LkXv9TnB4\n",
        ".gitignore": ".env\n",
      },
    },
    {
      title: "An example for others to copy has values that are no secrets.",
      bad: {
        "train.py": "import wandb\n",
        "config/train.yaml": "wandb_api_key: 8f3a61c09de7b25f4410ac9e7d36b8f2051ce94a\n",
      },
      good: {
        "train.py": "import wandb\n",
        "config/train.yaml": "wandb_api_key: ${oc.env:WANDB_API_KEY}\n",
        ".env.example": "WANDB_API_KEY=your-key-from-wandb.ai/authorize\n",
      },
    },
  ],

  mayStandIn: (path) => mayHold(path),

  check: async (project) => {
    const reports: ProjectReport[] = [];
    for (const path of project.paths.filter(mayHold).slice(0, mostFiles)) {
      const text = await project.read(path);
      if (text === undefined || text.length > largestFile) continue;
      const first = firstSecret(text, path, project.memory);
      if (first !== undefined) reports.push({ path, at: first, message: messageOf(first) });
    }
    return reports.length > 0 && (await project.isMachineLearning()) ? reports : [];
  },
});

/** One finding says enough of a file that has to go. */
const firstSecret = perText((text, path): Secret | undefined => {
  const found = isEnvironment(path) ? [...secretsIn(text), ...namedSecrets(text)] : secretsIn(text);
  return found.toSorted((a, b) => a.start - b.start)[0];
});

/** What people write is shorter; where so many files are alike, they are data. */
const largestFile = 100_000;
const mostFiles = 3_000;

const formats =
  /\.(?:ya?ml|toml|ini|cfg|conf|json|properties|tfvars|sh|bash|zsh|env|pem|key|ppk|xml|gradle|http|service)$|(?:^|\/)(?:\.env[^/]*|\.netrc|\.pypirc|\.npmrc|id_(?:rsa|dsa|ecdsa|ed25519)|Dockerfile[^/]*|[^/]*\.Dockerfile|Makefile|Jenkinsfile|credentials)$/i;
/** Made for others to copy, written by tools, or for one's own machine. */
const isAside =
  /\.(?:example|sample|template|tmpl|dist|defaults?)(?:\.|$)|(?:example|sample|template)[^/]*\.env|\.env[.-](?:example|sample|template)|(?:^|\/)(?:package-lock\.json|[^/]*\.lock|[^/]*lock\.(?:ya?ml|json)|localhost[^/]*|[^/]*(?:snakeoil|self-?signed)[^/]*)$|(?:^|\/)(?:examples?|samples?|mocks?)\//i;

function mayHold(path: string): boolean {
  return languageOf(path) === undefined && formats.test(path) && !isAside.test(path) && !isTestPath(path);
}

function isEnvironment(path: string): boolean {
  return /^\.env(?:\.|$)|\.env$/i.test(nameOf(path));
}

/** The values in a file for the environment whose names say that they are secret, and that nobody made up to be read. */
function* namedSecrets(text: string): Iterable<Secret> {
  for (const match of text.matchAll(assignment)) {
    const { name = "", value = "" } = match.groups ?? {};
    if (!secretName.test(name) || value.length < 12 || entropyOf(value) < 3 || isPlaceholder(value)) continue;
    if (/[\s${}<>/\\]/.test(value) || /^[a-z_-]+$/i.test(value)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    yield { start, end: start + value.length, what: `the secret of \`${name}\`` };
  }
}

const assignment =
  /^[ \t]*(?:export[ \t]+)?(?<name>\w+)[ \t]*=[ \t]*(?<quote>["']?)(?<value>[^"'\r\n#]+?)\k<quote>[ \t]*$/gm;
const secretName = /(?:SECRET|TOKEN|PASSWORD|PASSWD|API_?KEY|PRIVATE_?KEY|ACCESS_?KEY)(?:_\w+)?$/i;

function messageOf({ what }: Secret): string {
  return `This looks like ${what}, and git does not ignore the file: keep it out of the repository, and replace it at its issuer if it was ever pushed.`;
}
