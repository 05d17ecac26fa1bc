import { useEffect, useState } from 'react';
import * as tf from '@tensorflow/tfjs';

interface Props {
  model: tf.LayersModel;
  video: HTMLVideoElement;
}

export function Smile({ model, video }: Props) {
  const [smile, setSmile] = useState(0);

  useEffect(() => {
    let handle = 0;
    let mounted = true;
    const look = async () => {
      const output = tf.tidy(() => {
        const face = tf.browser.fromPixels(video, 1).resizeNearestNeighbor([48, 48]);
        return model.predict(face.toFloat().div(255).expandDims(0)) as tf.Tensor;
      });
      const [value] = await output.data();
      output.dispose();
      if (!mounted) return;
      setSmile(value ?? 0);
      handle = requestAnimationFrame(look);
    };
    handle = requestAnimationFrame(look);
    return () => {
      mounted = false;
      cancelAnimationFrame(handle);
    };
  }, [model, video]);

  return <meter min={0} max={1} value={smile} />;
}
