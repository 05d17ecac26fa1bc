import { readFileSync } from 'node:fs';

/** The header has two lines, the rest are rows; then the columns are cut, not the rows. */
export function readTable(path: string): { names: string[]; units: string[]; rows: { features: number[]; target: number }[] } {
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  const [names, units] = lines.slice(0, 2).map((line) => line.split(';')) as [string[], string[]];
  const rows = lines.slice(2).map((line) => {
    const cells = line.split(';').map(Number);
    return { features: cells.slice(0, 12), target: cells[12]! };
  });
  return { names, units, rows };
}
