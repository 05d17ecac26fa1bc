import { expectFindings } from "../expect-findings.js";

const rule = "hardcoded-absolute-path";
const head = "import torch\n";
const check = (source: string): void => expectFindings(rule, head + source);

describe(rule, () => {
  it("finds home folders of Linux, macOS and Windows", () => {
    check(`weights = torch.load("/home/kim/runs/best.pt", weights_only=True)
                     ~~~~~~~~~~~~~~~~~~~~~~~~ \`/home/kim/runs/best.pt\` exists on one machine only: take the path from an argument or the configuration, or make it relative to the project.
`);
    check(`DATA = '/Users/kim/data/train'
       ~~~~~~~~~~~~~~~~~~~~~~~
`);
    check(`DATA = r"D:\\datasets\\train.csv"
       ~~~~~~~~~~~~~~~~~~~~~~~~
`);
    check(`DATA = "C:/Users/kim/train.csv"
       ~~~~~~~~~~~~~~~~~~~~~~~~
`);
  });

  it("finds them in templates, defaults and containers", () => {
    check(`out = f"/home/kim/runs/{name}.pt"
      ~~~~~~~~~~~~~~~~~~~~~~~~~~~
`);
    check(`def train(root="/home/kim/data"):
               ~~~~~~~~~~~~~~~~
    pass
`);
    check(`paths = {"train": "/home/kim/a/train", "test": "/home/kim/a/test"}
                  ~~~~~~~~~~~~~~~~~~~
                                               ~~~~~~~~~~~~~~~~~~
`);
  });

  it("says it once for a path that is repeated", () =>
    check(`a = "/home/kim/data/x.csv"
    ~~~~~~~~~~~~~~~~~~~~~~
b = "/home/kim/data/x.csv"
`));

  it("accepts paths that many machines share", () => {
    for (const path of [
      "/kaggle/input/a.csv",
      "/opt/ml/model",
      "/content/drive/x",
      "/tmp/out.pt",
      "/dev/null",
      "/data/imagenet",
      "/usr/share/dict/words",
      "/home/jovyan/work/a.csv",
      "C:/Program Files/CUDA/version.txt",
      "C:\\\\NVIDIA\\\\cuda\\\\include\\\\cudnn.h",
      "/etc/app/config.yaml",
    ]) {
      check(`x = "${path}"\n`);
    }
  });

  it("accepts relative paths, addresses, placeholders and fragments", () => {
    for (const text of [
      "data/train.csv",
      "../home/kim/x",
      "https://example.org/home/kim/x",
      "/home/<user>/data",
      "/home/$USER/data",
      "/home/",
      "C:\\\\",
      "a: b/c",
      "/Users/you/data",
    ]) {
      check(`x = "${text}"\n`);
    }
  });

  it("leaves docstrings, comments and help texts alone", () => {
    check('def f():\n    """/home/kim/data is where it was."""\n    # /home/kim/data/x\n');
    check('parser.add_argument("--root", help="/home/kim/data/x for example")\n');
  });

  it("speaks of machine learning code only, and not of its unit tests", () => {
    expectFindings(rule, 'import os\nx = "/home/kim/data/x"\n');
    check('import pytest\ndef test_path():\n    assert parse("/home/kim/data/x")\n');
  });

  it("leaves the trials at the end of a module of a package", () => {
    const trial = `\n\nif __name__ == "__main__":\n    show("/home/kim/scans/one.nii")\n`;
    const marks = `                 ~~~~~~~~~~~~~~~~~~~~~~~~~\n`;
    check(`from .reader import show${trial}`);
    expectFindings(rule, `${head}from scans.reader import show${trial}`, { path: "src/scans/viewer.py" });
    // The project of another package is a script's.
    expectFindings(rule, `${head}from scans.reader import show${trial}`.replace('")\n', `")\n${marks.slice(8)}`), {
      path: "tools/viewer.py",
    });
  });
});
