export interface Parts<T> {
  train: T[];
  validation: T[];
  test: T[];
}

const DEFAULT_SHARES = { train: 0.7, validation: 0.15 };

export function cut<T>(rows: readonly T[], shares = DEFAULT_SHARES): Parts<T> {
  const first = Math.floor(rows.length * shares.train);
  const second = first + Math.floor(rows.length * shares.validation);
  return {
    train: rows.slice(0, first),
    validation: rows.slice(first, second),
    test: rows.slice(second),
  };
}

export function preview<T>(rows: readonly T[]): void {
  console.table(rows.slice(0, 10));
  if (rows.length > 10) console.log(`... and ${rows.slice(10).length} more`);
}
