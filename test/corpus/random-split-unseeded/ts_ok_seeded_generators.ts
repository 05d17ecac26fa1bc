import seedrandom from 'seedrandom';

const TEST_SHARE = 0.2;

export function splitRows<T>(rows: readonly T[], seed = 'fixed'): { train: T[]; test: T[] } {
  const random = seedrandom(seed);
  const train: T[] = [];
  const test: T[] = [];
  for (const row of rows) (random() < TEST_SHARE ? test : train).push(row);
  return { train, test };
}

function lehmer(seed: number): () => number {
  let state = seed % 2147483647;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

export function splitMixed<T>(rows: readonly T[], seed: number): { train: T[]; test: T[] } {
  const next = lehmer(seed);
  const mixed = rows.map((row) => ({ row, key: next() })).sort((a, b) => a.key - b.key);
  const cut = Math.floor(mixed.length * (1 - TEST_SHARE));
  return { train: mixed.slice(0, cut).map(({ row }) => row), test: mixed.slice(cut).map(({ row }) => row) };
}
