/** Context managers and decorators that set whether gradients are recorded. Source: https://docs.pytorch.org/docs/stable/torch.html#locally-disabling-gradient-computation */
export const contextEffects: ReadonlyMap<string, "no-grad" | "grad" | "grad-by-argument"> = new Map<
  string,
  "no-grad" | "grad" | "grad-by-argument"
>([
  ["torch.no_grad", "no-grad"],
  ["torch.autograd.no_grad", "no-grad"],
  ["torch.inference_mode", "no-grad"],
  ["torch.autograd.inference_mode", "no-grad"],
  ["torch.autograd.grad_mode.no_grad", "no-grad"],
  ["torch.autograd.grad_mode.inference_mode", "no-grad"],
  // Libraries whose modules are called like those of torch.
  ["paddle.no_grad", "no-grad"],
  ["jittor.no_grad", "no-grad"],
  ["oneflow.no_grad", "no-grad"],
  ["torch.enable_grad", "grad"],
  ["torch.autograd.enable_grad", "grad"],
  ["torch.set_grad_enabled", "grad-by-argument"],
  ["torch.autograd.set_grad_enabled", "grad-by-argument"],
]);
