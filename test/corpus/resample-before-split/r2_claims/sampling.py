from imblearn.over_sampling import RandomOverSampler


def sampler(seed):
    return RandomOverSampler(sampling_strategy="not majority", random_state=seed)
