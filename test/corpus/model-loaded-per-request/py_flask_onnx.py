from flask import Flask, jsonify, request
import numpy as np
import onnxruntime as ort

app = Flask(__name__)
CLASSES = ("cat", "dog", "other")


@app.route("/classify", methods=["POST"])
def classify():
    pixels = np.asarray(request.get_json()["pixels"], dtype=np.float32)
    session = ort.InferenceSession("models/pets.onnx", providers=["CPUExecutionProvider"])  # must: model-loaded-per-request
    (scores,) = session.run(None, {"input": pixels[None]})
    return jsonify(label=CLASSES[int(scores[0].argmax())], score=float(scores[0].max()))


if __name__ == "__main__":
    app.run(port=5000)
