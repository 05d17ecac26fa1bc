import * as assert from "node:assert";
import { readPython } from "../../../src/syntax/python/lower.js";
import { readTypeScript } from "../../../src/syntax/typescript/parse.js";
import { dumpForm } from "../dump-form.js";
import { text } from "../text.js";

/** What means the same in both languages: Python, then TypeScript. */
const pairs: Readonly<Record<string, readonly [string, string]>> = {
  "assignments and calls": [
    text`
      a = b = model.fit(x, [1, 2.5], {"epochs": 3})
      a.b[0] += f(*xs)
      c = not d and e or g
    `,
    text`
      a = b = model.fit(x, [1, 2.5], { epochs: 3 });
      a.b[0] += f(...xs);
      c = !d && e || g;
    `,
  ],
  operators: [
    text`
      x = a + b + c * 2 - -d
      y = a == b or c != d or e <= 1
      z = b if a else c
    `,
    text`
      x = a + b + c * 2 - -d;
      y = a === b || c !== d || e <= 1;
      z = a ? b : c;
    `,
  ],
  "strings and literals": [
    text`
      a = f"x{b}y{c.d}"
      e = ["s", 1, True, None]
    `,
    "a = `x${b}y${c.d}`;\ne = ['s', 1, true, null];",
  ],
  "branches and loops": [
    text`
      for x in xs:
          if a: continue
          elif b: break
          else: f(x)
      while a < 1: g()
    `,
    text`
      for (const x of xs) {
        if (a) continue;
        else if (b) break;
        else f(x);
      }
      while (a < 1) g();
    `,
  ],
  "functions and try": [
    text`
      async def train(model, rate=0.1, *rest):
          try: await model.fit(rate)
          except: raise error
          finally: done()
          return model
    `,
    text`
      async function train(model, rate = 0.1, ...rest) {
        try { await model.fit(rate); }
        catch { throw error; }
        finally { done(); }
        return model;
      }
    `,
  ],
  classes: [
    text`
      class Net(tf.Model):
          width: T = 3
          def call(self, x): return x
    `,
    text`
      class Net extends tf.Model {
        width: T = 3;
        call(self, x) { return x; }
      }
    `,
  ],
  generators: [
    text`
      def batches(n):
          yield n
          yield from rest()
    `,
    text`
      function* batches(n) {
        yield n;
        yield* rest();
      }
    `,
  ],
  annotations: ["x: List[tf.Tensor] | None", "let x: List<tf.Tensor> | null"],
};

describe("the same program in both languages", () => {
  for (const [title, [python, typescript]] of Object.entries(pairs)) {
    it(title, () => {
      const one = dumpForm(readPython(python));
      const other = dumpForm(readTypeScript(typescript, { path: "program.ts" }));
      assert.equal(other.replace(/^(let|const) /gm, ""), one);
    });
  }
});
