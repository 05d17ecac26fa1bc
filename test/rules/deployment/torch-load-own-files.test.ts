import { expectFindings } from "../expect-findings.js";

const rule = "torch-load-unsafe";
const silent = (source: string): void =>
  expectFindings(rule, `import os\nfrom pathlib import Path\nimport torch\n\n${source}`);
const reported = (source: string): void => {
  const call = /\n( *)(.*)(torch\.load)\(/.exec(`\n${source}`)!;
  const indent = `${call[1]!}${call[2]!}`.length;
  const marked = source.replace(/^(.*torch\.load\(.*)$/m, `$1\n${" ".repeat(indent)}~~~~~~~~~~`);
  expectFindings(rule, `import os\nfrom pathlib import Path\nimport torch\n\n${marked}`);
};

describe("torch-load-unsafe and the program's own files", () => {
  it("leaves out the best weights of the same run", () => {
    silent(`def fit(model, rounds):
    for epoch in range(rounds):
        torch.save(model.state_dict(), "best.pt")
    model.load_state_dict(torch.load("best.pt"))
`);
    silent(`def fit(model, folder):
    target = Path(folder) / "best.pt"
    torch.save(model.state_dict(), target)
    model.load_state_dict(torch.load(str(target), weights_only=False))
`);
  });

  it("leaves out what is saved under a constant of the file", () =>
    silent(`CHECKPOINT = Path("runs") / "last.pt"

def keep(model):
    torch.save(model.state_dict(), CHECKPOINT)

def again(model):
    model.load_state_dict(torch.load(CHECKPOINT))
`));

  it("leaves out an attribute of the same object", () =>
    silent(`class Stopper:
    def __init__(self, path):
        self.path = path

    def keep(self, model):
        torch.save(model.state_dict(), self.path)

    def restore(self, model):
        model.load_state_dict(torch.load(self.path))
`));

  it("leaves out the folder in which a class keeps its own files", () =>
    silent(`class Digits:
    training_file, test_file = "training.pt", "test.pt"

    def __init__(self, root, train):
        self.folder = os.path.join(root, "processed")
        name = self.training_file if train else self.test_file
        self.data, self.targets = torch.load(os.path.join(self.folder, name))

    def download(self):
        with open(os.path.join(self.folder, self.training_file), "wb") as file:
            torch.save(read_images(), file)
`));

  it("leaves out a cache, read where it is there and written where it is not", () => {
    silent(`def features(texts, cache):
    if os.path.exists(cache):
        return torch.load(cache, weights_only=False)
    found = [encode(text) for text in texts]
    torch.save(found, cache)
    return found
`);
    silent(`def features(texts, folder):
    cache = os.path.join(folder, "features.pt")
    if os.path.exists(cache):
        found = torch.load(cache)
    else:
        found = [encode(text) for text in texts]
        torch.save(found, cache)
    return found
`);
  });

  it("leaves out what helpers of the file write and read for the same path", () =>
    silent(`def keep(model, path):
    torch.save(model.state_dict(), path)

def read(path):
    return torch.load(path)

def run(model):
    keep(model, "runs/best.pt")
    return read("runs/best.pt")
`));

  it("leaves out what a security linter was told of on the line", () => {
    silent("state = torch.load(path, weights_only=False)  # nosec B614\n");
    silent("state = torch.load(path)  # noqa: F821, S614\n");
    reported("state = torch.load(path)  # nosec B301\n");
    reported("state = torch.load(path)  # noqa: E501\n");
  });

  it("reports a path that callers choose for each by themselves", () =>
    reported(`def keep(model, path):
    torch.save(model.state_dict(), path)

def read(path):
    return torch.load(path)
`));

  it("reports a helper that reads other files too", () =>
    reported(`def keep(model, path):
    torch.save(model.state_dict(), path)

def read(path):
    return torch.load(path)

def run(model, given):
    keep(model, "runs/best.pt")
    return read("runs/best.pt"), read(given)
`));

  it("reports a file that is only written back", () => {
    reported(`def shrink(path):
    state = torch.load(path)
    torch.save(state["model"], path)
`);
    reported(`state = torch.load("model.pt")
torch.save(state["model"], "model.pt")
`);
  });

  it("reports another file than the one that is written", () => {
    reported(`def fit(model, pretrained):
    model.load_state_dict(torch.load(pretrained))
    torch.save(model.state_dict(), "best.pt")
`);
    reported(`class Trainer:
    def resume(self, name):
        return torch.load(os.path.join(self.downloads, name))

    def keep(self, name):
        torch.save(self.model.state_dict(), os.path.join(self.runs, name))
`);
  });

  it("leaves out what the code lists the safe classes for", () => {
    const read = (context: string): string => `from contextlib import nullcontext

def read(path, kinds):
    known = ${context}
    with known:
        return torch.load(path)
`;
    silent(
      read(
        'torch.serialization.safe_globals(kinds) if hasattr(torch.serialization, "safe_globals") else nullcontext()',
      ),
    );
    reported(read("nullcontext()"));
  });

  it("leaves out what must be an object of a class of its own", () => {
    const read = (kind: string): string => `class Rows:
    @classmethod
    def load(cls, path):
        rows = torch.load(path)
        assert isinstance(rows, ${kind}), "not what was kept"
        return rows
`;
    silent(read("cls"));
    silent(read("Rows"));
    reported(read("dict"));
    reported(read("OrderedDict"));
  });
});
