import assert from "node:assert/strict";
import { readConfig } from "../../../../src/project/facts/configs/read-config.js";
import type { ConfigFile } from "../../../../src/project/facts/file-facts.js";

/** The entries as `line key = value`, which says of each all there is to say. */
function entriesOf(format: ConfigFile["format"], text: string): readonly string[] {
  const { config } = readConfig("file", text, format);
  return (config?.entries ?? []).map(({ key, value, line }) => `${line} ${key} = ${JSON.stringify(value)}`);
}

function reasonOf(format: ConfigFile["format"], text: string): string | undefined {
  return readConfig("file", text, format).reason;
}

describe("a YAML file of settings", () => {
  it("gives every scalar by its keys, with its type and line", () => {
    assert.deepEqual(
      entriesOf(
        "yaml",
        'trainer:\n  max_epochs: 10\n  lr: 1e-4\n  name: "8"\nstages:\n  - cmd: a\n    on: true\nnone:\n',
      ),
      [
        "2 trainer.max_epochs = 10",
        "3 trainer.lr = 0.0001",
        '4 trainer.name = "8"',
        '6 stages.0.cmd = "a"',
        "7 stages.0.on = true",
        "8 none = null",
      ],
    );
  });

  it("gives the entries of all documents, and of aliases and merged maps", () => {
    assert.deepEqual(entriesOf("yaml", "a: &x {k: 1}\nb: *x\n---\nc: 2\n"), ["1 a.k = 1", "1 b.k = 1", "4 c = 2"]);
    assert.deepEqual(entriesOf("yaml", "base: &b\n  k: 1\nover:\n  <<: *b\n  j: 2\n"), [
      "2 base.k = 1",
      "2 over.k = 1",
      "5 over.j = 2",
    ]);
  });

  it("is cut off, and said to be, where its aliases never end", () => {
    const bomb = ["a0: &a0 [1,1,1,1,1,1,1,1,1,1]"];
    for (let level = 1; level < 7; level++) {
      bomb.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(",")}]`,
      );
    }
    assert.match(reasonOf("yaml", bomb.join("\n")) ?? "", /aliases make more than/);
  });

  it("leaves out what a template is to fill in", () => {
    assert.deepEqual(entriesOf("yaml", "image: {{ .Values.image }}\nport: 80\n"), ["1 image = null", "2 port = 80"]);
    const template = "{{- if .Values.on }}\nkind: Deployment\n{{- end }}\n";
    assert.deepEqual(readConfig("file", template, "yaml"), { config: undefined, reason: undefined });
  });

  it("gives what can be read of broken text, with the reason", () => {
    assert.deepEqual(entriesOf("yaml", "a: 1\nb: [1\n"), ["1 a = 1", "2 b.0 = 1"]);
    assert.match(reasonOf("yaml", "a: 1\nb: [1\n") ?? "", /^line \d+: /);
  });
});

describe("a JSON file of settings", () => {
  it("may have comments and commas at the end", () => {
    assert.deepEqual(
      entriesOf("json", '{\n\t// say why\n\t"url": "http://x", /* more */\n\t"list": [1, null,],\n}\n'),
      ['3 url = "http://x"', "4 list.0 = 1", "4 list.1 = null"],
    );
  });

  it("is data when it is long, which is no fault", () => {
    const data = JSON.stringify(Array.from({ length: 5000 }, (_, index) => index));
    assert.deepEqual(readConfig("file", data, "json"), { config: undefined, reason: undefined });
  });

  it("says what is broken", () => {
    assert.match(reasonOf("json", '{"a": [1, }') ?? "", /^line 1: /);
    assert.match(reasonOf("json", "hello") ?? "", /neither an object nor a list/);
  });
});

describe("a TOML file of settings", () => {
  it("gives the line of every value, however its key is written", () => {
    const text = [
      'title = "x" # a comment = none',
      "[tool.pytest.ini_options]",
      'addopts = """',
      "[not.a.table]",
      '"""',
      "list = [",
      '  "a", # one, two',
      "  { b = 1, c.d = true },",
      "]",
      '[tool."x.y"]',
      "when = 1979-05-27",
      "[[stage]]",
      "n = 1",
      "[[stage]]",
      "n = 2",
      "[stage.inner]",
      "big = 9223372036854775807",
    ].join("\n");
    assert.deepEqual(entriesOf("toml", text), [
      '1 title = "x"',
      '3 tool.pytest.ini_options.addopts = "[not.a.table]\\n"',
      '7 tool.pytest.ini_options.list.0 = "a"',
      "8 tool.pytest.ini_options.list.1.b = 1",
      "8 tool.pytest.ini_options.list.1.c.d = true",
      '11 tool.x.y.when = "1979-05-27"',
      "13 stage.0.n = 1",
      "15 stage.1.n = 2",
      '17 stage.1.inner.big = "9223372036854775807"',
    ]);
  });

  it("says what is broken", () => {
    assert.match(reasonOf("toml", "a = 1\nb = \n") ?? "", /^line \d: /);
    assert.equal(readConfig("file", "a = 1\nb = \n", "toml").config, undefined);
  });
});

describe("an INI file of settings", () => {
  it("gives sections, values over several lines and values that are not said", () => {
    assert.deepEqual(
      entriesOf(
        "ini",
        "[tool:pytest]\naddopts =\n    -q\n    # no\n    --strict ; why\nfail = 80\npython: 3.10\nflag\n",
      ),
      [
        '2 tool:pytest.addopts = "-q\\n--strict"',
        "6 tool:pytest.fail = 80",
        '7 tool:pytest.python = "3.10"',
        "8 tool:pytest.flag = null",
      ],
    );
  });

  it("gives a table where every line below sets a name", () => {
    assert.deepEqual(entriesOf("ini", "[options.entry_points]\nconsole_scripts =\n    train = pkg.train:main\n"), [
      '3 options.entry_points.console_scripts.train = "pkg.train:main"',
    ]);
  });

  it("may be indented as a whole, as DVC writes it", () => {
    assert.deepEqual(entriesOf("ini", "[core]\n    remote = storage\n['remote \"storage\"']\n    url = s3://b/x#y\n"), [
      '2 core.remote = "storage"',
      '4 remote "storage".url = "s3://b/x#y"',
    ]);
  });

  it("says what is broken", () => {
    assert.equal(reasonOf("ini", "hello\n[a]\nb = 1\n"), "line 1: it is neither a section nor a setting");
    assert.equal(reasonOf("ini", "[a\nb = 1\n"), "line 1: it is neither a section nor a setting");
  });
});

describe("a file of variables", () => {
  it("gives names and values, but no secrets", () => {
    const text = [
      "# comment",
      "export MODEL_DIR='/srv/models' # where",
      "WORKERS=4",
      "MAX_TOKENS=512",
      "API_KEY=abcd1234efgh",
      "OPENAI=sk-abcdefghijklmnop123456",
      "DATABASE_URL=postgres://me:hunter2@db/x",
      'PEM="-----BEGIN RSA PRIVATE KEY-----',
      "MIIB",
      '-----END RSA PRIVATE KEY-----"',
      "SECRET_KEY=changeme",
      "TOKEN=${CI_TOKEN}",
      "EMPTY=",
    ].join("\n");
    assert.deepEqual(entriesOf("env", text), [
      '2 MODEL_DIR = "/srv/models"',
      "3 WORKERS = 4",
      "4 MAX_TOKENS = 512",
      '5 API_KEY = "[redacted]"',
      '6 OPENAI = "[redacted]"',
      '7 DATABASE_URL = "[redacted]"',
      '8 PEM = "[redacted]"',
      '11 SECRET_KEY = "changeme"',
      '12 TOKEN = "${CI_TOKEN}"',
      "13 EMPTY = null",
    ]);
  });

  it("says what is broken", () => {
    assert.equal(reasonOf("env", "A=1\nnot a variable\n"), "line 2: it sets no variable");
  });
});
