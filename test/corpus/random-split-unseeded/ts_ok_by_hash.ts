import { createHash } from 'node:crypto';

interface Visit {
  patient: string;
  values: number[];
  outcome: number;
}

const BUCKETS = 10;
const TEST_BUCKETS = new Set([3, 8]);

function bucket(patient: string): number {
  return createHash('sha256').update(patient).digest().readUInt32BE(0) % BUCKETS;
}

export function parts(visits: readonly Visit[]): { train: Visit[]; test: Visit[] } {
  const train = visits.filter(({ patient }) => !TEST_BUCKETS.has(bucket(patient)));
  const test = visits.filter(({ patient }) => TEST_BUCKETS.has(bucket(patient)));
  return { train, test };
}

export function sampleForDemo(visits: readonly Visit[], count: number): Visit[] {
  return [...visits].sort(() => Math.random() - 0.5).filter((_, i) => i < count);
}
