import type { Programs } from "../describe-programs.js";
import { text } from "../text.js";

/** TypeScript's statements, and the form that they become. */
export const statementPrograms: Programs = {
  functions: [
    text`
      async function f(this: X, a: tf.Tensor, b = 1, { c, d: [e] }: Options = {}, ...rest: number[]): Promise<void> { await a }
      function* g() { yield* xs; yield; }
      const h = (x) => x * 2, k = async () => { return 1 };
      const l = function named() {};
      function overload(a: string): void;
    `,
    text`
      async function f(a:(. tf Tensor) b=1 (mapping "c":c "d":(list e)):Options=(mapping) *rest:(? (?))) -> (at Promise (?))
        (await a)
      generator function g()
        (yield (spread xs))
        (yield)
      const h = (lambda (x) return (* x 2))
      const k = (async lambda () return 1)
      const l = (function named())
    `,
  ],
  classes: [
    text`
      @layer("net")
      export class Net<T> extends tf.Model implements I {
        static size: number = 3;
        #weights;
        constructor(private readonly model: tf.Model, rate = 0.1) { super(); }
        @log() async predict(x) { return x }
        get ready() { return true }
        static { init(); }
        abstract later(): void;
      }
    `,
    text`
      @(call layer "net")
      class Net((. tf Model))
        size: (?) = 3
        #weights
        function constructor(model:(. tf Model) rate=0.1)
          (. this model) = model
          (call super)
        @(call log)
        async function predict(x)
          return x
        function ready()
          return true
        (call init)
    `,
  ],
  "class expressions stand before their use": [
    text`
      const A = class extends B { m() {} };
      register(class Named {});
    `,
    text`
      class A(B)
        function m()
      const A = A
      class Named()
      (call register Named)
    `,
  ],
  branches: [
    text`
      if (a) b; else if (c) { d } else e;
    `,
    text`
      if a
        b
      else
        if c
          d
        else
          e
    `,
  ],
  loops: [
    text`
      for (let i = 0, n = xs.length; i < n; i++) step(i);
      for (const [k, v] of Object.entries(o)) { if (k) continue; break; }
      for (const k in o) x;
      for await (v of stream) y;
      while (a) b; do { c } while (d);
    `,
    text`
      let i = 0
      let n = (. xs length)
      while (compare i < n)
        (call step i)
        i += 1
      each (list k v) in (call (. Object entries) o)
        if k
          continue
        break
      each k in o
        x
      each v in stream
        y
      while a
        b
      do d
        c
    `,
  ],
  "switch is match, and its breaks are its own": [
    text`
      while (x) switch (kind) {
        case "a": case "b": f(); break;
        case g: { if (y) break; for (;;) break; continue }
        default: h();
      }
    `,
    text`
      while x
        match kind
          arm (? "a" "b")
            (call f)
          arm g
            if y
            while
              break
            continue
          arm default
            (call h)
    `,
  ],
  "try and throw": [
    text`
      try { a } catch (e) { throw new Error("x") } finally { b }
      try { a } catch { }
      try { a } catch ({ message }) { c }
    `,
    text`
      try
        a
      except $e
        raise (new Error "x")
      finally
        b
      try
        a
      except
      try
        a
      except
        let (mapping "message":message)
        c
    `,
  ],
  imports: [
    text`
      import tf, { layers as L, type Foo } from "@tensorflow/tfjs";
      import * as vis from "tfjs-vis";
      import "side";
      import fs = require("fs");
      import Q = A.B;
      const other = require("other");
    `,
    text`
      import "@tensorflow/tfjs" default->tf layers->L Foo->Foo
      import "tfjs-vis" module->vis
      import "side"
      const fs = (call require "fs")
      const Q = (. A B)
      const other = (call require "other")
    `,
  ],
  exports: [
    text`
      export const a = 1;
      export function f() {}
      export { a as b, f };
      export { c as d } from "./c";
      export * from "./all";
      export * as ns from "./ns";
      export default class {}
      export default a + 1;
    `,
    text`
      const a = 1
      function f()
      const b = a
      import "./c" c->d
      import "./all" *->*
      import "./ns" module->ns
      class default()
      const default = (+ a 1)
    `,
  ],
  "default exports that declare": [
    text`
      export default class Net {}
      export default function train() {}
    `,
    text`
      class Net()
      const default = Net
      function train()
      const default = train
    `,
  ],
  "types leave no trace but annotations": [
    text`
      type A = string; interface B {} declare function f(): void; declare module "m" { const x: 1 }
      const a = b as A, c = <A>d, e = f!, g = h satisfies A;
      let i: Array<tf.Tensor> | null, j: Record<string, tf.Tensor>, k: readonly tf.Tensor[];
      enum E { A, B = 5, C, D = "x" }
      namespace N { export const inner = 1 }
    `,
    text`
      const a = b
      const c = d
      const e = f
      const g = h
      let i: (| (at Array (. tf Tensor)) null)
      let j: (at Record (tuple (?) (. tf Tensor)))
      let k: (? (. tf Tensor))
      const E = (mapping "A":0 "B":5 "C":6 "D":"x")
      const inner = 1
    `,
  ],
};
