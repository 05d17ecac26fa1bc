/** Packages, by the names under which PyPI and conda have them, on whose version a trained model depends. */
export const mlPackages: ReadonlySet<string> = new Set(
  (
    "accelerate albumentations autogluon bitsandbytes catboost category-encoders chainer cuml dask-ml datasets deepspeed " +
    "diffusers dgl evaluate fairseq fastai flair flax gensim gluonts gymnasium imbalanced-learn jax jaxlib keras " +
    "keras-tuner kornia langchain lightgbm lightning llama-index mlx monai mxnet numpy onnxruntime optuna opencv-python " +
    "opencv-python-headless paddlepaddle pandas peft polars prophet pyspark pytorch pytorch-lightning ray scikit-image " +
    "scikit-learn scipy sentence-transformers sktime spacy stable-baselines3 statsmodels tensorflow tensorflow-cpu " +
    "tensorflow-gpu tensorflow-macos tf-keras timm tokenizers torch torch-geometric torchaudio torchtext torchvision " +
    "transformers trl ultralytics vllm xgboost"
  ).split(" "),
);
