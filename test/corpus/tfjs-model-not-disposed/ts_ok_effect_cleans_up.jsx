import { useEffect, useState } from 'react';
import * as tf from '@tensorflow/tfjs';

function useModel(url) {
  const [model, setModel] = useState(null);

  useEffect(() => {
    let left = false;
    let loaded = null;
    (async () => {
      const fresh = await tf.loadGraphModel(url);
      if (left) {
        fresh.dispose();
        return;
      }
      loaded = fresh;
      setModel(fresh);
    })();
    return () => {
      left = true;
      loaded?.dispose();
    };
  }, [url]);

  return model;
}

export function Detector({ url, children }) {
  const model = useModel(url);
  return model === null ? <p>Loading</p> : children(model);
}
