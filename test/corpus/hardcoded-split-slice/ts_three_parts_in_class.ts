import * as tf from '@tensorflow/tfjs';

type Row = { x: number[]; y: number };

export class HouseData {
  readonly train: Row[];
  readonly validation: Row[];
  readonly test: Row[];

  constructor(rows: Row[]) {
    this.train = rows.slice(0, 1000); // must: hardcoded-split-slice
    this.validation = rows.slice(1000, 1200);
    this.test = rows.slice(1200);
  }

  tensors(part: 'train' | 'validation' | 'test'): [tf.Tensor2D, tf.Tensor2D] {
    const rows = this[part];
    return [tf.tensor2d(rows.map((row) => row.x)), tf.tensor2d(rows.map((row) => [row.y]))];
  }
}
