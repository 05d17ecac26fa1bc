import * as assert from "node:assert";
import type { FormModule } from "../../src/syntax/form.js";
import { checkSpans } from "./check-spans.js";
import { dumpForm } from "./dump-form.js";

/** By title: a program, and the form that it becomes. */
export type Programs = Readonly<Record<string, readonly [string, string]>>;

/** One test a program: it is read without errors, becomes the form that is written beside it, and its spans slice the source. */
export function describePrograms(title: string, programs: Programs, read: (source: string) => FormModule): void {
  describe(title, () => {
    for (const [name, [source, expected]] of Object.entries(programs)) {
      it(name, () => {
        const module = read(source);
        assert.deepEqual(module.errors, []);
        assert.equal(dumpForm(module), expected);
        checkSpans(module);
      });
    }
  });
}
