import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from './plan.ts';
import { makeThread, type RunOrder, workThrough } from './thread.ts';

const thread = makeThread(workerData as Plan);

parentPort!.on('message', (order: RunOrder) => {
  parentPort!.postMessage(workThrough(thread, order));
});
