import { useEffect, useRef, useState } from 'react';
import * as tf from '@tensorflow/tfjs';

interface Props {
  style: 'wave' | 'mosaic' | 'candy';
  image: HTMLImageElement;
}

export function StylePreview({ style, image }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [model, setModel] = useState<tf.GraphModel>();

  useEffect(() => {
    let current = true;
    tf.loadGraphModel(`/styles/${style}/model.json`).then((loaded) => { // must: tfjs-model-not-disposed
      if (current) setModel(loaded);
    });
    return () => {
      current = false;
    };
  }, [style]);

  useEffect(() => {
    if (!model || !canvas.current) return;
    const picture = tf.tidy(() => {
      const input = tf.browser.fromPixels(image).toFloat().div(255).expandDims(0);
      return (model.predict(input) as tf.Tensor).squeeze([0]).clipByValue(0, 1) as tf.Tensor3D;
    });
    tf.browser
      .toPixels(picture, canvas.current)
      .catch(console.error)
      .finally(() => picture.dispose());
  }, [model, image]);

  return <canvas ref={canvas} />;
}
