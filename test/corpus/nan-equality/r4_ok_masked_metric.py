import numpy as np
import torch

MISSING = -999.0


def masked_mae(predicted, observed, null=np.nan):
    if np.isnan(null):
        mask = ~torch.isnan(observed)
    else:
        mask = observed != null
    error = (predicted - observed).abs()[mask]
    return error.mean() if mask.any() else predicted.new_zeros(())


def finite(values):
    return values[(values == values) & (values != MISSING)]
