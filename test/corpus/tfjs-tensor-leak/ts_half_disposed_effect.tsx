import { useEffect, useRef, useState } from 'react';
import * as tf from '@tensorflow/tfjs';

interface Props {
  model: tf.GraphModel;
  everyMs: number;
}

export function PlantMonitor({ model, everyMs }: Props) {
  const video = useRef<HTMLVideoElement>(null);
  const [health, setHealth] = useState<number | null>(null);

  useEffect(() => {
    const timer = setInterval(async () => {
      if (!video.current) return;
      const frame = tf.browser.fromPixels(video.current);
      const resized = tf.image.resizeBilinear(frame, [128, 128]); // must: tfjs-tensor-leak
      const batch = resized.expandDims(0);
      const result = model.predict(batch) as tf.Tensor;
      const [value] = await result.data();
      setHealth(value ?? null);
      tf.dispose([frame, batch, result]);
    }, everyMs);
    return () => clearInterval(timer);
  }, [model, everyMs]);

  return (
    <figure>
      <video ref={video} muted playsInline />
      <figcaption>{health === null ? 'Looking at the plant' : `Health ${health.toFixed(2)}`}</figcaption>
    </figure>
  );
}
