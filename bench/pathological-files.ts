/** A program of a shape that nobody writes by hand, of any size: generated code, and what is pasted again and again. */
export interface PathologicalFile {
  readonly name: string;
  /** How often its part is repeated: the size that must be analysed within a second. */
  readonly times: number;
  readonly text: (times: number) => string;
}

const imports = `import torch
import torch.nn as nn
import pandas as pd
from sklearn.ensemble import VotingClassifier
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
`;

/** Each shape is one that some walk over events, values or branches would take quadratic time for, or worse. */
export const pathologicalFiles: readonly PathologicalFile[] = [
  file("10,000 assignments in a function", 10_000, "def train(model, loader, opt):\n", (at) => [
    `    x${at} = model(loader.x${at}) + x${Math.max(0, at - 1)}`,
  ]),
  file("one frame through 10,000 calls", 10_000, "df = pd.read_csv('a')\n", (at) => [`df = df.fillna(${at})`]),
  file("10,000 statements on frames and estimators", 1_250, "def run(df, model, loss_fn, opt):\n", (at) => [
    `    df["a${at}"] = df["b"].rolling(${at + 2}).mean()`,
    "    df = df.dropna()",
    `    x${at}, y${at} = train_test_split(df, test_size=0.2)`,
    `    s${at} = StandardScaler().fit(df)`,
    `    z${at} = s${at}.transform(x${at})`,
    `    m${at} = Ridge().fit(z${at}, x${at}["y"])`,
    `    print(m${at}.score(y${at}, y${at}["y"]))`,
    `    loss${at} = loss_fn(model(z${at}), y${at})`,
  ]),
  file("3,000 training steps in one loop", 3_000, "def train(model, loader, opt):\n  for x in loader:\n", () => [
    "    opt.zero_grad()",
    "    loss = model(x)",
    "    loss.backward()",
    "    opt.step()",
  ]),
  file(
    "10,000 statements of clipped training",
    1_700,
    "def run(x, loss_fn):\n    model = nn.Linear(3, 3)\n    opt = torch.optim.SGD(model.parameters(), lr=0.1)\n",
    (at) => [
      `    y${at} = model(x)`,
      `    loss = loss_fn(torch.softmax(y${at}, 1), x)`,
      "    loss.backward()",
      "    torch.nn.utils.clip_grad_norm_(model.parameters(), 1)",
      "    opt.step()",
      "    opt.zero_grad()",
    ],
  ),
  file("200 elifs that train", 200, "def train(model, x, opt):\n", (at) => [
    `  ${at > 0 ? "el" : ""}if x == ${at}:`,
    "    model.train()",
    "    loss = model(x)",
    "    loss.backward()",
    "    opt.step()",
  ]),
  file("200 elifs that split and fit", 200, "def load(df, kind):\n", (at) => [
    `  ${at > 0 ? "el" : ""}if kind == ${at}:`,
    "    df = df.fillna(df.mean())",
    `    df["c${at}"] = df["y"].shift(-1)`,
    "    a, b = train_test_split(df)",
    "    m = Ridge()",
    "    m.fit(a)",
    "    m.score(b)",
  ]),
  // The parser goes no deeper than a hundred blocks, so this is as deep as code can be.
  { name: "branches inside each other", times: 95, text: (times) => imports + nestedBranches(times) },
  file("500 branches in a row", 500, "def train(model, x, opt):\n    y = x\n", (at) => [
    `    if x.a${at}:`,
    "        model.train()",
    "        y = model(x)",
    "    else:",
    "        model.eval()",
    "        y = x + y",
  ]),
  { name: "200 functions that call each other", times: 200, text: (times) => imports + callingEachOther(times) },
  file("500 training functions", 500, "", (at) => [
    `def train${at}(model, loader, opt, crit):`,
    "    model.train()",
    "    for epoch in range(10):",
    "        for x, y in loader:",
    "            opt.zero_grad()",
    "            crit(model(x), y).backward()",
    "            opt.step()",
    "        model.eval()",
    "        total = 0",
    "        for x, y in loader:",
    "            total += crit(model(x), y)",
    '        torch.save(model.state_dict(), "a.pt")',
  ]),
  file("500 trainings in a script", 500, "", (at) => [
    `model${at} = nn.Linear(2, 3)`,
    `opt${at} = torch.optim.SGD(model${at}.parameters(), lr=0.1)`,
    "for x, y in loader:",
    `    opt${at}.zero_grad()`,
    `    nn.CrossEntropyLoss()(model${at}(x), y).backward()`,
    `    opt${at}.step()`,
  ]),
  file("1,000 splits of the same rows", 1_000, "df = pd.read_csv('a')\n", (at) => [
    `a${at}, b${at} = train_test_split(df)`,
    `m${at} = Ridge().fit(a${at})`,
    `print(m${at}.score(b${at}))`,
  ]),
  file("rows put below themselves 3,000 times", 3_000, "df = pd.read_csv('a')\n", (at) => [
    `df = pd.concat([df, df.shift(${at})])`,
  ]),
  file("3,000 columns of one frame", 3_000, "df = pd.read_csv('a')\n", (at) => [
    `df["c${at}"] = df["c${Math.max(0, at - 1)}"].fillna(df["c${at >> 1}"].mean())`,
  ]),
  { name: "5,000 estimators in a list", times: 5_000, text: (times) => imports + estimators(times) },
  file("2,000 checkpoints", 2_000, "def run(model, opt, x):\n", (at) => [
    `    model.load_state_dict(torch.load("m${at}.pt"))`,
    "    model.eval()",
    "    out = model(x)",
    `    torch.save({"m": model.state_dict(), "o": opt.state_dict()}, "m${at}.pt")`,
  ]),
];

function file(name: string, times: number, head: string, part: (at: number) => readonly string[]): PathologicalFile {
  return { name, times, text: (count) => imports + head + parts(count, part) + splitAtTheEnd(head) };
}

function parts(times: number, part: (at: number) => readonly string[]): string {
  return Array.from({ length: times }, (_, at) => `${part(at).join("\n")}\n`).join("");
}

/** What was done to the rows matters to most rules only when they are split. */
function splitAtTheEnd(head: string): string {
  return head.startsWith("df =") ? "a, b = train_test_split(df)\nRidge().fit(a).score(b)\n" : "";
}

function nestedBranches(times: number): string {
  const indent = (depth: number): string => " ".repeat(depth);
  const down = Array.from(
    { length: times },
    (_, at) =>
      `${indent(at + 1)}if x.a${at}:\n${indent(at + 2)}opt.zero_grad()\n${indent(at + 2)}model(x).backward()\n${indent(at + 2)}opt.step()\n`,
  );
  const up = Array.from(
    { length: times },
    (_, at) =>
      `${indent(times - at)}else:\n${indent(times - at + 1)}model.eval()\n${indent(times - at + 1)}model(x).backward()\n`,
  );
  return `def train(model, x, opt):\n${down.join("")}${up.join("")}`;
}

function callingEachOther(times: number): string {
  return parts(times, (at) => [
    `def f${at}(model, x):`,
    "    model.eval()",
    `    f${(at + 1) % times}(model, x)`,
    `    f${(at * 13 + 5) % times}(model, x)`,
    "    loss = model(x)",
    "    loss.backward()",
    `    return loss + f${(at * 3) % times}(model, x)`,
  ]);
}

function estimators(times: number): string {
  const list = Array.from({ length: times }, (_, at) => `("m${at}", Ridge(alpha=${at}))`).join(",\n");
  return `df = pd.read_csv("a")
a, b = train_test_split(df)
models = [${list}]
for name, model in models:
    model.fit(a, a["y"])
    print(name, model.score(b, b["y"]))
VotingClassifier(models).fit(a).score(b)
`;
}
