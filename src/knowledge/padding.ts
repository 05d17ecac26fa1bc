/** Functions that fill sequences up to the same length, and where they are told with what. */
export const padders: ReadonlyMap<string, { readonly position: number | undefined; readonly name: string }> = new Map([
  ["torch.nn.utils.rnn.pad_sequence", { position: 2, name: "padding_value" }],
  ["torch.nn.utils.rnn.pad_packed_sequence", { position: 2, name: "padding_value" }],
  ["torch.nn.functional.pad", { position: 3, name: "value" }],
  ["numpy.pad", { position: undefined, name: "constant_values" }],
  ["keras.preprocessing.sequence.pad_sequences", { position: undefined, name: "value" }],
  ["keras.utils.pad_sequences", { position: undefined, name: "value" }],
]);

/** Methods of a tokenizer that fill up when they are asked to by `padding=`. */
export const tokenizerMethods: ReadonlySet<string> = new Set(["batch_encode_plus", "encode_plus", "__call__"]);

/** What a tokenizer gives that is a sequence of tokens. */
export const tokenKeys: ReadonlySet<string> = new Set(["input_ids", "labels", "decoder_input_ids"]);

/** Functions that make a tensor or an array out of rows, or put rows together. */
export function gathersRows(path: string): boolean {
  return /^(torch\.(tensor|as_tensor|stack|cat|from_numpy|LongTensor|IntTensor|Tensor|vstack|clone)|numpy\.(array|asarray|stack|vstack|concatenate)|builtins\.(list|tuple))$/.test(
    path,
  );
}

/** Arrays that are made full of one value, to be written into; the position of that value, -1 where it is zero. */
export function filledWith(path: string): number | undefined {
  if (/^(torch|numpy)\.full$/.test(path)) return 1;
  return /^(torch|numpy)\.zeros$/.test(path) ? -1 : undefined;
}

/** Steps after which padding is left out or marked as what a loss ignores. */
export function leavesPaddingOut(name: string): boolean {
  return /^(pack_padded_sequence|pack_sequence|masked_select|masked_fill_?|where|mask_\w+|\w+_mask)$/.test(name);
}

/** Models of transformers that compute a loss over tokens from `labels`, of which they leave out -100 only. */
export function countsTokens(path: string): boolean {
  return /^transformers\.\w*(CausalLM|LMHeadModel|Seq2SeqLM|ConditionalGeneration|MaskedLM|TokenClassification)\w*\.from_\w+$/.test(
    path,
  );
}
