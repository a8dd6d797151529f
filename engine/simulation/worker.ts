import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from './plan.ts';
import { makeThread, type RunOrder, workThrough } from './thread.ts';

const { plan, block } = workerData as { plan: Plan; block: number | undefined };
const thread = makeThread(plan, block);

parentPort!.on('message', (order: RunOrder) => {
  parentPort!.postMessage(workThrough(thread, order));
});
