import { unshuffledEpochs } from "../../semantics/torch/epoch-sampling.js";
import { defineRule } from "../rule.js";
import { alsoAt } from "../wording.js";

export default defineRule({
  meta: {
    id: "distributed-sampler-without-set-epoch",
    stage: "training",
    languages: ["python"],
    severity: "warning",
    preset: "recommended",
    summary: "A distributed sampler gives every epoch the same order",
    why: "`DistributedSampler` shuffles by a seed and the number of the epoch. When nobody tells it the epoch, all epochs see the same batches in the same order, which costs accuracy without any error.",
    fix: "Call `sampler.set_epoch(epoch)` at the start of each epoch.",
    guide: "training/training-loop#shuffling-across-processes",
    sources: [
      {
        title: "PyTorch: DistributedSampler",
        url: "https://docs.pytorch.org/docs/stable/data.html#torch.utils.data.distributed.DistributedSampler",
      },
    ],
    libraries: ["torch"],
    topics: ["steps"],
    since: "0.1.0",
  },

  examples: [
    {
      bad: `from torch.utils.data import DataLoader, DistributedSampler

sampler = DistributedSampler(songs)
loader = DataLoader(songs, batch_size=32, sampler=sampler)
for epoch in range(20):
    for calls, species in loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
`,
      good: `from torch.utils.data import DataLoader, DistributedSampler

sampler = DistributedSampler(songs)
loader = DataLoader(songs, batch_size=32, sampler=sampler)
for epoch in range(20):
    sampler.set_epoch(epoch)
    for calls, species in loader:
        optimizer.zero_grad()
        criterion(model(calls), species).backward()
        optimizer.step()
`,
    },
  ],

  *check(model) {
    for (const { at, sampler } of unshuffledEpochs(model)) {
      const { site, unit } = sampler;
      yield {
        at,
        message:
          "Each epoch brings the same batches in the same order: call `set_epoch(epoch)` of the `DistributedSampler` before this loop.",
        related: site === undefined ? [] : alsoAt(site, unit, "The sampler is made here."),
      };
    }
  },
});
