import type { NamedSituation } from '../analysis/run-situations.ts';
import type {
  Assumption,
  AssumptionSetting,
  Lever,
  LeverSetting,
  Module,
  Setting,
  Settings,
} from '../study/model-text.ts';
import type { Scenario, Study } from '../study/study.ts';
import { settingName } from './edits.ts';
import type { StatementKind } from './statement.ts';

/** Tells whether an edit is to be taken over from the second study. */
export type Takes = (kind: StatementKind, name: string) => boolean;

interface Named {
  readonly module: string;
  readonly name: string;
}

/** Takes each named thing from one list or the other; what only one of them has comes or goes with its edit. */
function mixNamed<T extends Named>(
  kind: StatementKind,
  before: readonly T[],
  after: readonly T[],
  takes: Takes,
): readonly T[] {
  const others = new Map(after.map((one) => [one.name, one]));
  const kept = before.flatMap((one) => {
    if (!takes(kind, `${one.module}.${one.name}`)) return [one];
    const other = others.get(one.name);
    return other === undefined ? [] : [other];
  });
  const known = new Set(before.map(({ name }) => name));
  const added = after.filter(
    ({ module, name }) => !known.has(name) && takes(kind, `${module}.${name}`),
  );
  return [...kept, ...added];
}

function emptyLike(module: Module): Module {
  return {
    ...module,
    levers: [],
    assumptions: [],
    shocks: [],
    equations: [],
    unknowns: [],
    checks: [],
  };
}

function mixModule(before: Module, after: Module, takes: Takes): Module {
  return {
    ...before,
    levers: mixNamed('lever', before.levers, after.levers, takes),
    assumptions: mixNamed('assumption', before.assumptions, after.assumptions, takes),
    shocks: mixNamed('shock', before.shocks, after.shocks, takes),
    equations: mixNamed('equation', before.equations, after.equations, takes),
    unknowns: mixNamed('equation', before.unknowns, after.unknowns, takes),
    checks: mixNamed('check', before.checks, after.checks, takes),
  };
}

function mixModules(before: readonly Module[], after: readonly Module[], takes: Takes) {
  const names = [...new Set([...before, ...after].map(({ name }) => name))];
  return names.map((name) => {
    const [old, fresh] = [before, after].map((list) => list.find((one) => one.name === name));
    return mixModule(old ?? emptyLike(fresh!), fresh ?? emptyLike(old!), takes);
  });
}

/** Takes over into a study those edits of another that concern its model and what is asked of it. */
export function mixStudies(before: Study, after: Study, takes: Takes): Study {
  const { sets } = before.model;
  const pairName = ({ one, other }: Study['correlations'][number]) => `${one} with ${other}`;
  const measures = before.measures.map((one) => {
    const other = after.measures.find(({ name }) => name === one.name);
    return other !== undefined && takes('measure', one.name) ? other : one;
  });
  return {
    ...before,
    seed: takes('study', 'seed') ? after.seed : before.seed,
    sampling: takes('study', 'sampling') ? after.sampling : before.sampling,
    model: { sets, modules: mixModules(before.model.modules, after.model.modules, takes) },
    measures,
    correlations: [
      ...before.correlations.filter((pair) => !takes('correlation', pairName(pair))),
      ...after.correlations.filter((pair) => takes('correlation', pairName(pair))),
    ],
  };
}

/** The two studies and the model that a mixture of them has. */
export interface Mixture {
  readonly before: Study;
  readonly after: Study;
  readonly model: Study['model'];
  readonly takes: Takes;
}

type Of<T> = (settings: Settings<T>, key: string, element: string) => Setting<T> | undefined;

const read: Of<LeverSetting> & Of<AssumptionSetting> = <T>(
  settings: Settings<T>,
  key: string,
  element: string,
) => settings.get(key)?.get(element);

function leverNamed({ model }: Study, { module, name }: Named): Lever | undefined {
  return model.modules.find((one) => one.name === module)?.levers.find((one) => one.name === name);
}

function assumptionNamed({ model }: Study, { module, name }: Named): Assumption | undefined {
  return model.modules
    .find((one) => one.name === module)
    ?.assumptions.find((one) => one.name === name);
}

/** What a scenario sets is its own edit; what it leaves at the default goes with that of the default. */
function mixLever(
  mixture: Mixture,
  [old, fresh]: readonly [Scenario, Scenario],
  lever: Lever,
  element: string,
) {
  const { before, after, takes } = mixture;
  const key = `${lever.module}.${lever.name}`;
  const [was, is] = [read(old.levers, key, element), read(fresh.levers, key, element)];
  const isSet = (setting: Setting<LeverSetting> | undefined, study: Study) =>
    setting !== undefined && setting.file !== leverNamed(study, lever)?.position.file;
  const file = isSet(is, after) ? is!.file : isSet(was, before) ? was!.file : null;
  const isTaken = file === null ? takes('lever', key) : takes('scenario', settingName(key, file));
  return (isTaken ? is : was) ?? is ?? was!;
}

function mixAssumption(
  { before, after, takes }: Mixture,
  [old, fresh]: readonly [Scenario, Scenario],
  assumption: Assumption,
  element: string,
): Setting<AssumptionSetting> | null {
  const key = `${assumption.module}.${assumption.name}`;
  const [was, is] = [read(old.assumptions, key, element), read(fresh.assumptions, key, element)];
  const file = is?.file ?? was?.file;
  const isTaken = file !== undefined && takes('scenario', settingName(key, file));
  const override = isTaken ? is : was;
  if (override !== undefined) return override;
  const study = takes('assumption', key) ? after : before;
  const value = assumptionNamed(study, assumption)?.settings.get(element);
  return value === undefined ? null : { value, file: assumption.position.file };
}

/** Mixes what a scenario of both studies sets, element by element. */
export function mixScenarios(
  mixture: Mixture,
  old: Scenario,
  fresh: Scenario,
  name: string,
): NamedSituation {
  const pair = [old, fresh] as const;
  const all = mixture.model.modules;
  const levers = all.flatMap((module) =>
    module.levers.map((one) => {
      const settings = one.extent.elements.map(
        (element) => [element, mixLever(mixture, pair, one, element)] as const,
      );
      return [`${one.module}.${one.name}`, new Map(settings)] as const;
    }),
  );
  const assumptions = all.flatMap((module) =>
    module.assumptions.map((one) => {
      const settings = one.extent.elements.flatMap((element) => {
        const setting = mixAssumption(mixture, pair, one, element);
        return setting === null ? [] : [[element, setting] as const];
      });
      return [`${one.module}.${one.name}`, new Map(settings)] as const;
    }),
  );
  return { name, levers: new Map(levers), assumptions: new Map(assumptions) };
}
