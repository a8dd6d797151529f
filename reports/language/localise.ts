import {
  type Language,
  type Results,
  type StudyDescription,
  translateStudy,
} from '../../engine/index.ts';
import { spokenSetting } from '../spoken-setting.ts';
import { amountIn } from './amounts.ts';
import { unitIn } from './units.ts';

/** Gives results whose study is told in a language: its texts, and the names of its units. Numbers stay. */
export function localise(results: Results, language: Language): Results {
  const study = translateStudy(results.study, language);
  return { ...results, study: language === 'en' ? study : withUnits(study, language) };
}

function withUnits(study: StudyDescription, language: Language): StudyDescription {
  const each = <T extends { readonly unit: string }>(items: readonly T[]): readonly T[] =>
    items.map((item) => ({ ...item, unit: unitIn(language, item.unit) }));
  return {
    ...study,
    measures: each(
      study.measures.map((item) => ({ ...item, target: targetIn(language, item.target) })),
    ),
    trajectories: each(study.trajectories),
    levers: each(
      study.levers.map((item) => ({
        ...item,
        values: item.values.map((value) => spokenSetting(language, value)),
      })),
    ),
    assumptions: each(
      study.assumptions.map((item) => ({
        ...item,
        overrides: item.overrides.map((one) => ({
          ...one,
          text: spokenSetting(language, one.text),
        })),
      })),
    ),
    equations: each(study.equations),
    validations: each(study.validations),
  };
}

/** A target is a comparison, a number and its unit, as in `<= 50 bn USD/year`. */
function targetIn(language: Language, target: string): string {
  const [, operator = '', decimal = '', unit = ''] =
    /^([<>]=?)\s*([-+]?[\d.,]+)\s*(\D.*)?$/s.exec(target) ?? [];
  return operator === '' ? target : `${operator} ${amountIn(language, decimal, unit || '1')}`;
}
