// A load generator that is told what to do: one JSON line in, one JSON line out.

import { createInterface } from "node:readline";
import { Crowd } from "./crowd.mjs";

const crowd = new Crowd();
const tell = (said) => process.stdout.write(`${JSON.stringify(said)}\n`);

for await (const line of createInterface({ input: process.stdin })) {
  const { act, ...order } = JSON.parse(line);
  tell(await crowd[act](order, () => tell({ ready: true })));
}
process.exit(0); // whoever started this is gone, and so are we
