import type { Programs } from "../describe-programs.js";
import { text } from "../text.js";

/** TypeScript's expressions and assignments, and the form that they become. */
export const expressionPrograms: Programs = {
  declarations: [
    text`
      const a = 1, b: number = 2;
      let c;
      var d = (e = f);
      declare const g: tf.Tensor;
    `,
    text`
      const a = 1
      const b: (?) = 2
      let c
      var d = (= e f)
      const g: (. tf Tensor)
    `,
  ],
  assignments: [
    text`
      a = b = 1;
      x.y[0] += 2;
      i++; --j;
      k ||= 1; m ??= 2;
      const n = i++;
    `,
    text`
      a = b = 1
      (at (. x y) 0) += 2
      i += 1
      j -= 1
      k or= 1
      m ??= 2
      const n = (+= i 1)
    `,
  ],
  destructuring: [
    text`
      const { data, rest: { x = 1 }, ...others } = load();
      let [p, , q = 2, ...r] = xs;
      [a, b.c] = [b.c, a];
    `,
    text`
      const (mapping "data":data "rest":(mapping "x":(= x 1)) **others) = (call load)
      let (list p (?) (= q 2) (spread r)) = xs
      (list a (. b c)) = (list (. b c) a)
    `,
  ],
  "calls and members": [
    text`
      await model.fit(x, ...xs, { epochs: 3 });
      a?.b?.[0]?.(c)!.d;
      new Foo; new tf.Model(1);
      import("m"); import.meta.url; this.#hidden;
    `,
    text`
      (await (call (. model fit) x *xs (mapping "epochs":3)))
      (. (call (at (. a b) 0) c) d)
      (new Foo)
      (new (. tf Model) 1)
      (call import "m")
      (. (. import meta) url)
      (. this #hidden)
    `,
  ],
  operators: [
    text`
      a + b + c - d;
      a ** b ** c;
      !a && b || c ?? d;
      a === b; a !== b; a < b; "k" in o; e instanceof Error;
      typeof a; void 0; -a; a ? b : c;
      delete o.k;
    `,
    text`
      (- (+ a b c) d)
      (** a (** b c))
      (?? (or (and (not a) b) c) d)
      (compare a == b)
      (compare a != b)
      (compare a < b)
      (compare "k" in o)
      (compare e instanceof Error)
      (typeof a)
      (void 0)
      (- a)
      (if a b c)
      delete (. o k)
    `,
  ],
  "literals and templates": [
    text`
      [1, 0x10, 10n, "s", true, null, undefined, /a/g];
      f("a", 'b');
    `,
    text`
      (list 1 16 <number> "s" true null undefined <other>)
      (call f "a" "b")
    `,
  ],
  objects: [
    text`
      o = { a, "b": 1, [c]: 2, 3: d, ...e, f() { return 1 }, get g() { return 2 }, async *h() {} };
    `,
    text`
      o = (mapping "a":a "b":1 c:2 3:d **e "f":(function () return 1) "g":(function () return 2) "h":(async generator function ()))
    `,
  ],
};
