import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { LANGUAGES } from './language.ts';
import { prose } from './prose.ts';

const text = z.string();
const word = z.union([z.string(), z.number()]);
const date = z.union([z.string(), z.number()]);
/** Read by hand, with units and positions, once the shape of the file is known to be right. */
const anything = z.unknown();
const over = z.union([text, z.array(text), z.record(z.string(), text)]);
const named = <T extends z.ZodType>(value: T) => z.record(z.string(), value);

const lever = z.strictObject({
  about: prose.describe('What a negotiating party sets here'),
  type: z.enum(['date', 'yes/no']).optional().describe('Left out for a quantity'),
  unit: word.optional().describe('The unit of a quantity, such as Mt/year'),
  over: over.optional().describe('The sets it has a value for each element of'),
  default: anything.describe('What holds where a scenario says nothing'),
  within: z.array(anything).length(2).optional().describe('Lowest and highest value'),
  interpolate: z.literal('linear').optional().describe('Straight lines between dated values'),
});

/** A text for all elements, or a column of a CSV file with one for each. */
const column = z.strictObject({ table: text, column: text.optional() });

const assumption = z.strictObject({
  about: prose.optional(),
  unit: word.optional(),
  over: over.optional(),
  value: anything
    .optional()
    .describe(
      'The value of the central path, or the only one; `{ table, column }` from a CSV file',
    ),
  uncertainty: anything
    .optional()
    .describe(
      'Such as `3 to 7` or `{ triangular: [1, 2, 4] }`; `{ table, low, high }` from a CSV file',
    ),
  source: z
    .union([text, column])
    .optional()
    .describe(
      'An entry of sources.yaml, or `judgement` with `why:`; `{ table, column }` for one by element',
    ),
  why: z.union([prose, column]).optional(),
});

const equation = z.strictObject({
  about: prose.optional(),
  over: over.optional(),
  unit: word.describe('What the formula yields'),
  starts: anything.optional().describe('What held before the first step'),
  formula: word,
});

const unknown = z.strictObject({
  about: prose.optional(),
  over: over.optional(),
  unit: word.describe('What the unknown measures'),
  guess: word.describe('Where the search begins: a number or a formula that reads no unknown'),
  starts: anything.optional().describe('What held before the first step'),
  residual: word.describe('What must be zero: a difference of two sides'),
});

const solve = z.strictObject({
  about: prose.optional(),
  unknowns: named(unknown),
  tolerance: z.number().positive().max(1e-6).optional().describe('1e-12 if left out'),
  iterations: z.int().min(1).max(LIMITS.iterations).optional().describe('50 if left out'),
});

/** The shape of a module file. */
export const MODULE = z.strictObject({
  title: prose,
  about: prose.optional(),
  levers: named(lever).optional(),
  assumptions: named(assumption).optional(),
  shocks: named(z.union([z.looseObject({ about: prose.optional() }), anything])).optional(),
  equations: named(equation).optional(),
  solve: named(solve).optional(),
  checks: named(word).optional(),
});

const set = z.union([
  z.array(word),
  z.strictObject({ 'subset of': text, without: z.array(text).optional() }),
  z.strictObject({ from: text, column: text }),
]);

/** The shape of model/model.yaml. */
export const MODEL = z.strictObject({
  title: prose.optional(),
  about: prose.optional(),
  sets: named(set).optional(),
  labels: named(prose).optional().describe('What readers are told of an element, by its name'),
});

/** The shape of sources.yaml. */
export const SOURCES = named(
  z.strictObject({
    title: text,
    publisher: text,
    date,
    address: text.optional(),
    note: prose.optional(),
    why_later: prose.optional().describe('Why a source later than the study may be used'),
  }),
);

const count = z.int().min(1);
const steps = count.max(LIMITS.steps);

/** The shape of `horizon:` and of a test's `clock:`. */
export const HORIZON = z.union([
  z.strictObject({ from: date, months: steps }),
  z.strictObject({ from: date, quarters: steps }),
  z.strictObject({ from: date, years: steps }),
]);

const measure = z.strictObject({
  title: prose,
  about: prose.optional(),
  unit: word,
  formula: word,
  over: over.optional().describe('The sets that it is repeated for each element of'),
  better: z.enum(['higher', 'lower', 'neither']),
  target: text.optional(),
  applies: named(anything)
    .optional()
    .describe('Levers and their values: where they are set otherwise it says nothing'),
});

const condition = z.union([
  z.strictObject({ title: prose.optional(), impose: named(anything) }),
  z.strictObject({ title: prose.optional(), when: word }),
]);

const rank = z.number().gt(-1).lt(1).describe('Rank correlation (Spearman)');
const correlation = z.union([
  z.tuple([text, text, rank]),
  z.strictObject({ among: z.array(text).min(1), rank }),
]);

const validation = z.strictObject({
  title: prose.min(1),
  by: prose.min(1).describe('Who published the estimate, and when'),
  source: text.describe('An entry of sources.yaml'),
  scenario: text.describe('Any scenario file; it need not be among `scenarios:`'),
  formula: word,
  unit: word,
  compare: z
    .enum(['relative', 'difference', 'level'])
    .describe('Relative change or difference against another scenario, or the level alone'),
  against: text.optional().describe('The scenario that a change is taken from; else the reference'),
  published: z.union([word, z.array(word).length(2)]).describe('One number, or [lowest, highest]'),
  used_in_calibration: z.enum(['yes', 'no']).describe('`yes`: labelled so, and does not count'),
  why: prose.min(1).describe('One line: why the study differs or agrees'),
});

/** The shape of study.yaml. */
export const STUDY = z.strictObject({
  title: prose,
  question: prose,
  about: prose.optional(),
  limits: z
    .array(prose.regex(/\S/, 'must not be empty'))
    .optional()
    .describe('What the study leaves out or cannot know, a sentence each'),
  language: z.enum(LANGUAGES).optional().describe('What its texts are written in; en if left out'),
  as_of: date,
  horizon: HORIZON,
  draws: count.max(LIMITS.draws),
  seed: word,
  sampling: z.enum(['random', 'latin-hypercube']),
  reference: text,
  baseline: text,
  scenarios: z.array(text).min(1),
  measures: named(measure).meta({ minProperties: 1 }),
  headline: z
    .array(text)
    .min(1)
    .max(3)
    .optional()
    .describe('What the summary shows: three measures at most; else the first three'),
  conditions: named(condition).optional(),
  correlations: z
    .array(correlation)
    .optional()
    .describe('Uncertainties, or shocks, that are drawn together'),
  trajectories: named(
    z.strictObject({ title: prose, unit: word, over: over.optional(), formula: word }),
  ).optional(),
  break_even: z
    .strictObject({
      measure: text,
      success: text,
      failure: text,
      scenarios: z.array(text).optional(),
    })
    .optional(),
  validation: named(validation).optional().describe('Published estimates to hold answers beside'),
});

/** The shape of a scenario apart from its levers. */
export const SCENARIO_HEAD = {
  title: prose.describe('One line for the heads of tables'),
  about: prose.optional().describe('What is offered or threatened'),
  author: prose.optional(),
  not_modelled: prose.optional().describe('What a reader might miss here'),
  extends: z
    .union([text, z.array(text)])
    .optional()
    .describe('Scenarios to start from, applied in order'),
  assumptions: named(anything).optional().describe('Changed assumptions, as module.name'),
};

/** The head of a scenario file; what else stands there is read against the model. */
export const SCENARIO = z.looseObject({ ...SCENARIO_HEAD, assumptions: anything.optional() });

const side = z.strictObject({ scenario: text.optional(), given: named(anything).optional() });

/** The shape of a file in tests/. */
export const TESTS = z.strictObject({
  tests: z.array(
    side.extend({
      name: text,
      clock: HORIZON.optional(),
      expect: named(anything).optional(),
      against: side.optional(),
      change: named(anything).optional(),
      others: z.literal('unchanged').optional(),
      cases: text
        .optional()
        .describe('A CSV or JSON file in tests/: the test is repeated for each case'),
      where: named(anything).optional().describe('Which cases: paths and the values wanted there'),
      sets: named(text).optional().describe('Sets whose elements a case brings'),
    }),
  ),
});
