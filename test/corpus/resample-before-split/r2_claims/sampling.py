from imblearn.combine import SMOTETomek
from imblearn.over_sampling import ADASYN, RandomOverSampler

SAMPLERS = {"smote-tomek": SMOTETomek, "adasyn": ADASYN, "random": RandomOverSampler}


def sampler(name, seed):
    return SAMPLERS[name](random_state=seed)
