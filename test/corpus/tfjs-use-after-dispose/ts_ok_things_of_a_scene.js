import * as THREE from 'three';
import * as tf from '@tensorflow/tfjs';

export class Surface {
  constructor(scene) {
    this.mesh = new THREE.Mesh(new THREE.PlaneGeometry(1, 1, 32, 32), new THREE.MeshNormalMaterial());
    scene.add(this.mesh);
    this.heights = null;
  }

  async update(model, code) {
    this.heights?.dispose();
    this.heights = tf.tidy(() => model.predict(tf.tensor2d([code])).reshape([33, 33]));
    const values = await this.heights.data();

    // A geometry that was disposed of is uploaded again when it is drawn again.
    this.mesh.geometry.dispose();
    const places = this.mesh.geometry.attributes.position;
    for (let i = 0; i < values.length; i++) places.setZ(i, values[i]);
    places.needsUpdate = true;
  }
}
