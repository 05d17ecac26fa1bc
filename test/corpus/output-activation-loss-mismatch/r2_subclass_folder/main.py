# main
import keras

from nets import sequential
from wavs import train_ds, val_ds

net = sequential(12)
net.compile(
    optimizer=keras.optimizers.AdamW(3e-4),
    loss="sparse_categorical_crossentropy",  # must: output-activation-loss-mismatch
    metrics=["sparse_categorical_accuracy"],
)
net.fit(train_ds(), validation_data=val_ds(), epochs=15)
