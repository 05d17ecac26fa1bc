import seedrandom from 'seedrandom';

const random = seedrandom('leaves');

/** Every class gives the same share to the test. */
export function stratified(rows) {
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row.label)) groups.set(row.label, []);
    groups.get(row.label).push(row);
  }
  const train = [];
  const test = [];
  for (const group of groups.values()) {
    const order = group.map((row) => ({ row, key: random() })).sort((a, b) => a.key - b.key);
    const testCount = Math.round(0.25 * order.length); // must: hardcoded-split-ratio
    test.push(...order.slice(0, testCount).map(({ row }) => row));
    train.push(...order.slice(testCount).map(({ row }) => row));
  }
  return { train, test };
}
