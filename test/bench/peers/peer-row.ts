import { type Contender, spentOn } from '../contenders/contender.ts';
import { emptyResults } from '../outputs.ts';
import { type Draw, drawsOf, type Stocks } from './growth.ts';

/** Simulates some draws. */
export type Simulate = (draws: readonly Draw[]) => readonly Stocks[] | Promise<readonly Stocks[]>;

/** Makes a row of a peer that runs in this process, on so few draws that a round stays short. */
export function peerRow(name: string, most: number, open: () => Promise<Simulate>): Contender {
  return {
    name,
    enter: async (task) => {
      const draws = Math.min(most, task.draws);
      const inputs = drawsOf(task, draws);
      const simulate = await open();
      return {
        draws,
        threads: 1,
        run: (times) =>
          spentOn(async () => {
            for (let time = 0; time < times; time++) await simulate(inputs);
          }),
        outputs: async () => {
          const results = emptyResults(3, 0, 0, draws);
          for (const [draw, stocks] of (await simulate(inputs)).entries()) {
            for (const [at, stock] of stocks.entries()) results.answers[at]![draw] = stock;
          }
          return { draws, runs: [results] };
        },
        close: async () => {},
      };
    },
  };
}
