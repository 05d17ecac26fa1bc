import * as tf from '@tensorflow/tfjs';
import { Board, DIRECTIONS } from './board.js';

const TICK_MS = 120;

export class Player {
  constructor(model, canvas) {
    this.model = model;
    this.board = new Board(canvas);
    this.timer = null;
    this.busy = false;
  }

  start() {
    this.board.reset();
    this.timer = setInterval(() => this.tick(), TICK_MS);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
  }

  async choose(state) {
    const q = this.model.predict(tf.tensor2d([state])); // must: tfjs-tensor-leak
    const values = await q.data();
    q.dispose();
    let best = 0;
    for (let i = 1; i < values.length; i++) {
      if (values[i] > values[best]) best = i;
    }
    return DIRECTIONS[best];
  }

  async tick() {
    if (this.busy) return;
    this.busy = true;
    const direction = await this.choose(this.board.observe());
    this.board.move(direction);
    if (this.board.over) this.stop();
    this.busy = false;
  }
}

const model = await tf.loadLayersModel('/models/snake/model.json');
const player = new Player(model, document.getElementById('board'));
document.getElementById('start').addEventListener('click', () => player.start());
