/** Functions that drop values where they are not told of the mode. Source: https://docs.pytorch.org/docs/stable/nn.functional.html#dropout-functions */
export const dropoutFunctions: ReadonlySet<string> = new Set([
  "torch.nn.functional.dropout",
  "torch.nn.functional.dropout1d",
  "torch.nn.functional.dropout2d",
  "torch.nn.functional.dropout3d",
  "torch.nn.functional.alpha_dropout",
  "torch.nn.functional.feature_alpha_dropout",
]);

/** How code speaks of dropout as a way to sample, and of the pre-net of speech models, which needs it in evaluation too. */
export const keepsDropoutOn =
  /monte.?carlo|mc.?dropout|mc_(samples|forward|passes)|bayesian|uncertain|pre_?net|(always|keep|stay|leave)\w*\s[^\n]{0,20}dropout|dropout\s[^\n]{0,30}((at|in|under|during) \W*(test|inference|eval)|always|on purpose|intentional)/i;
