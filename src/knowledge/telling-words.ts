/**
 * Names one of which stands in all code that trains, evaluates, splits, loads or draws at random.
 * Functions without any, their own helpers included, are not followed: no rule has a question about them.
 * A rule that asks about other calls adds their names here.
 */
const tellingWords = new RegExp(
  `^(${[
    // Loops: gradients, steps, modes.
    "backward|manual_backward|step|zero_grad|clear_grad|clip_grad\\w*|unscale_?|retain_graph|autograd|GradientTape|apply_gradients|minimize",
    "eval|train\\w*|\\w+_train|\\w+_test|val|val_\\w+|\\w+_val|valid|no_grad|inference_mode|set_grad_enabled|enable_grad|requires_grad_?|freeze\\w*|unfreeze\\w*|detach_?|set_epoch",
    "parameters|named_parameters|state_dict|load_state_dict|add_param_group|param_groups|compile|prepare|optim|\\w*[oO]ptimizer\\w*|\\w*[sS]cheduler\\w*|\\w*[sS]caler",
    // Losses, outputs, layers whose use depends on what follows.
    "\\w*[lL]oss\\w*|criterion|\\w*cross_?entropy\\w*|nll_loss|[sS]oftmax|[lL]og_?[sS]oftmax|[sS]oftmin|[sS]igmoid|pad_sequences?|pad_token\\w*|pad_i\\w+|PAD\\w*|F?\\w*[dD]ropout\\w*|\\w*BatchNorm\\w*",
    // Data: reading, splitting, fitting, scoring.
    "split|\\w*_split|\\w*Split|shuffle|sample|\\w*Sampler|\\w*KFold|Subset|DataLoader|\\w*Dataset|load_\\w+|read_\\w+|load|drop_last",
    "fit|fit_\\w+|transform|adapt|predict|predict_\\w+|score|scores|\\w+_score|evaluate|validate|test|test_\\w+|accuracy|acc|\\w*SearchCV|cross_val\\w*|objective|best_\\w+|eval_\\w+",
    "groupby|fillna|bfill|ffill|shift|rolling|expanding|corr|corrwith|duplicated|drop_duplicates|quantile|concat|merge|resample|value_counts|get_dummies|factorize",
    // Chance, and what a comparison or a path says.
    "seed|\\w*_seed|seed_\\w+|rand|randn\\w*|randint|randperm|random|Random\\w+|default_rng|permutation|normal_?|uniform_?|choice|nan|NaN|NAN|NA|NaT|from_pretrained",
    // Tensors that a module may have to register.
    "zeros|ones|full|eye|arange|linspace|tensor|Tensor|FloatTensor|triu|tril|as_tensor|from_numpy|to|cuda|register_\\w+|dispose|tidy|keep",
  ].join("|")})$`,
);

const known = new Map<string, boolean>();

export function isTellingWord(name: string): boolean {
  let found = known.get(name);
  if (found === undefined) {
    found = tellingWords.test(name);
    // The same few thousand names stand in all code; generated code must not fill the memory.
    if (known.size < 20_000) known.set(name, found);
  }
  return found;
}
