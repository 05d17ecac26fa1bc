/** The names that Python has without an import. Source: https://docs.python.org/3/library/functions.html and Python 2's page of the same name */
const names = new Set(
  `abs aiter all anext any apply ascii basestring bin bool breakpoint buffer bytearray bytes callable chr classmethod cmp coerce
  compile complex copyright credits delattr dict dir divmod enumerate eval exec execfile exit file filter float format
  frozenset getattr globals hasattr hash help hex id input int intern isinstance issubclass iter len license list locals long map
  max memoryview min next object oct open ord pow print property quit range raw_input reduce reload repr reversed round set
  setattr slice sorted staticmethod str sum super tuple type unichr unicode vars xrange zip Ellipsis NotImplemented
  StopIteration KeyboardInterrupt SystemExit GeneratorExit`.split(/\s+/),
);

export function isBuiltin(name: string): boolean {
  return (
    names.has(name) ||
    name.startsWith("__") ||
    /(Error|Exception|ExceptionGroup|Warning|Interrupt|Iteration)$/.test(name)
  );
}
