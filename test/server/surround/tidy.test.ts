import assert from "node:assert/strict";
import { tidied } from "./surround.js";

const tf = 'import * as tf from "@tensorflow/tfjs";\n\n';
const train = (body: string): string => `${tf}export function train(xs: tf.Tensor2D, ys: tf.Tensor2D) {\n${body}}\n`;

describe("surrounding with a tidy", () => {
  for (const [what, before, after] of [
    [
      "whole lines",
      "«  const error = xs.sub(ys).square();\n  error.print();\n»",
      "  tf.tidy(() => {\n    const error = xs.sub(ys).square();\n    error.print();\n  });\n",
    ],
    [
      "from the first letter to the last",
      "  «const error = xs.sub(ys);\n  error.print();»\n",
      "  tf.tidy(() => {\n    const error = xs.sub(ys);\n    error.print();\n  });\n",
    ],
    [
      "what is used below, which it gives",
      "  «const error = xs.sub(ys).square();»\n  return error.mean();\n",
      "  const error = tf.tidy(() => {\n    const error = xs.sub(ys).square();\n    return error;\n  });\n  return error.mean();\n",
    ],
    [
      "several values that are used below",
      "  «const a = xs.sub(ys);\n  const n = a.dataSync()[0];\n  const b = a.mul(n);»\n  return n > 1 ? b : xs;\n",
      "  const { n, b } = tf.tidy(() => {\n    const a = xs.sub(ys);\n    const n = a.dataSync()[0];\n    const b = a.mul(n);\n    return { n, b };\n  });\n  return n > 1 ? b : xs;\n",
    ],
    [
      "a variable that changes below",
      "  «let sum = xs.add(ys);»\n  sum = sum.add(1);\n  return sum;\n",
      "  let sum = tf.tidy(() => {\n    let sum = xs.add(ys);\n    return sum;\n  });\n  sum = sum.add(1);\n  return sum;\n",
    ],
    [
      "comments and blank lines",
      "  «// First.\n  xs.sub(ys).print(); // Shown.\n\n  // Last.»\n",
      "  tf.tidy(() => {\n    // First.\n    xs.sub(ys).print(); // Shown.\n\n    // Last.\n  });\n",
    ],
    [
      "a template of several lines, which stays as it is",
      "  «xs.sub(ys).print();\n  console.log(`a\n  b`);»\n",
      "  tf.tidy(() => {\n    xs.sub(ys).print();\n    console.log(`a\n  b`);\n  });\n",
    ],
    [
      "a loop that is left within",
      "  «for (let i = 0; i < 3; i++) {\n    if (xs.sub(i).dataSync()[0] > 1) break;\n  }»\n",
      "  tf.tidy(() => {\n    for (let i = 0; i < 3; i++) {\n      if (xs.sub(i).dataSync()[0] > 1) break;\n    }\n  });\n",
    ],
    [
      "sums in plain numbers",
      "  let total = 0;\n  «total += xs.sub(ys).dataSync()[0];»\n  return total;\n",
      "  let total = 0;\n  tf.tidy(() => {\n    total += xs.sub(ys).dataSync()[0];\n  });\n  return total;\n",
    ],
  ] as const) {
    it(`takes ${what}`, () => assert.equal(tidied(train(before)), train(after)));
  }

  it("is written without semicolons where the file is", () => {
    const file = 'import { sub, tidy } from "@tensorflow/tfjs"\n\nfunction g() {\n  «sub(1, 2).print()»\n}\n';
    assert.equal(
      tidied(file),
      'import { sub, tidy } from "@tensorflow/tfjs"\n\nfunction g() {\n  tidy(() => {\n    sub(1, 2).print()\n  })\n}\n',
    );
  });

  it("keeps Windows line ends", () => {
    const file = train("  «xs.sub(ys).print();»\n").replaceAll("\n", "\r\n");
    const after = train("  tf.tidy(() => {\n    xs.sub(ys).print();\n  });\n").replaceAll("\n", "\r\n");
    assert.equal(tidied(file), after);
  });

  for (const [what, body] of [
    ["waits", "  «const a = await xs.sub(ys).data();»\n"],
    ["returns", "  «const a = xs.sub(ys);\n  return a;»\n"],
    ["leaves a loop outside it", "  for (const x of list) {\n    «if (xs.sub(x).dataSync()[0] > 1) break;»\n  }\n"],
    ["makes no tensor", "  «console.log(1);»\n"],
    ["is in a tidy already", "  tf.tidy(() => {\n    «xs.sub(ys).print();»\n  });\n"],
    ["writes to a variable outside", "  let error = xs;\n  «error = xs.sub(ys);»\n  error.print();\n"],
    ["writes to an object outside", "  «this.error = xs.sub(ys);»\n"],
    ["fills an array outside", "  const all = [];\n  «all.push(xs.sub(ys));»\n  return all;\n"],
    [
      "makes a model that is used below",
      "  «const a = xs.sub(ys);\n  const model = tf.sequential();»\n  model.predict(a);\n",
    ],
    ["makes a variable that is used below", "  «const a = tf.variable(xs.sub(ys));»\n  return a;\n"],
    ["is half a statement", "  const a = «xs.sub(ys)»;\n  return a;\n"],
    ["is a statement and a half", "  «const a = xs.sub(ys);\n  const b = »a.mul(2);\n"],
    ["shares its line", "  const n = 1; «const a = xs.sub(n);»\n"],
    ["goes over the end of a block", "  if (xs) {\n    «xs.sub(ys).print();\n  }\n  ys.print();»\n"],
  ] as const) {
    it(`is not offered for code that ${what}`, () => assert.equal(tidied(train(body)), undefined));
  }

  it("is not offered in files without the library", () => {
    assert.equal(tidied("«a.sub(b).print();»\n"), undefined);
  });
});
