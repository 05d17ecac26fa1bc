/** A call by which a library is given a network and the loss that it puts what the network gives into. */
export interface PairedLoss {
  readonly call: RegExp;
  readonly network: { readonly position: number | undefined; readonly name: string };
  readonly loss: { readonly position: number | undefined; readonly name: string };
}

/** By the path of what is called. Source: the documentation of Ignite, fastai, Catalyst, skorch, Poutyne and torchbearer. */
const pairedLosses: readonly PairedLoss[] = [
  {
    call: /^ignite\.(\w+\.)*create_supervised_trainer$/,
    network: { position: 0, name: "model" },
    loss: { position: 2, name: "loss_fn" },
  },
  {
    call: /^fastai\.(\w+\.)*Learner$/,
    network: { position: 1, name: "model" },
    loss: { position: 2, name: "loss_func" },
  },
  {
    call: /^catalyst\.(\w+\.)*SupervisedRunner\.train$/,
    network: { position: undefined, name: "model" },
    loss: { position: undefined, name: "criterion" },
  },
  {
    call: /^skorch\.(\w+\.)*NeuralNet\w*$/,
    network: { position: 0, name: "module" },
    loss: { position: 1, name: "criterion" },
  },
  { call: /^poutyne\.Model$/, network: { position: 0, name: "network" }, loss: { position: 2, name: "loss_function" } },
  { call: /^torchbearer\.Trial$/, network: { position: 0, name: "model" }, loss: { position: 2, name: "criterion" } },
];

export function pairedLoss(path: string): PairedLoss | undefined {
  return mayPair.test(path) ? pairedLosses.find(({ call }) => call.test(path)) : undefined;
}

const mayPair = /^(ignite|fastai|catalyst|skorch|poutyne|torchbearer)\./;
