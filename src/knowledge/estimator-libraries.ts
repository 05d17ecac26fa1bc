/** Boosting libraries with estimators that are fitted as scikit-learn's are. */
export const boosterLibraries: readonly string[] = ["xgboost", "lightgbm", "catboost"];

/** Libraries of transformers and resamplers beside scikit-learn's own. */
export const transformerLibraries: readonly string[] = ["imblearn", "category_encoders", "feature_engine"];
