import * as tf from '@tensorflow/tfjs';

interface Pipe {
  x: number;
  gap: number;
}

export class Bird {
  y = 200;
  speed = 0;

  constructor(private readonly brain: tf.LayersModel) {}

  think(pipe: Pipe): void {
    const jump = tf.tidy(() => {
      const seen = tf.tensor2d([[this.y / 400, this.speed / 10, pipe.x / 600, pipe.gap / 400]]);
      const [stay, flap] = (this.brain.predict(seen) as tf.Tensor).dataSync(); // must: tfjs-sync-read-in-loop
      return flap! > stay! ? 1 : 0;
    });
    if (jump === 1) this.speed = -8;
  }

  move(): void {
    this.speed += 0.5;
    this.y += this.speed;
  }
}

export function play(birds: Bird[], pipe: Pipe, paint: () => void): void {
  function loop(): void {
    for (const bird of birds) {
      bird.think(pipe);
      bird.move();
    }
    pipe.x = pipe.x < 0 ? 600 : pipe.x - 3;
    paint();
    window.requestAnimationFrame(loop);
  }
  loop();
}
