import { parentPort, workerData } from 'node:worker_threads';
import type { Code } from './code.ts';
import type { Plan } from './plan.ts';
import { makeThread, type RunOrder, workThrough } from './thread.ts';

const { plan, code } = workerData as { plan: Plan; code: Code };
const thread = makeThread(plan, code);

parentPort!.on('message', (order: RunOrder) => {
  parentPort!.postMessage(workThrough(thread, order));
});
