import type { Language } from '../study/language.ts';
import type { StudyDescription } from './study-description.ts';

/** The keys of a thing that hold plain texts. */
type TextKey<T> = { [K in keyof T]: T[K] extends string ? K : never }[keyof T];

type Say = (text: string) => string;

function each<T extends object>(items: readonly T[], say: Say, ...keys: readonly TextKey<T>[]) {
  return items.map((item): T => {
    const said = keys.map((key) => [key, say(item[key] as string)]);
    return { ...item, ...Object.fromEntries(said) };
  });
}

/** Passes every text for readers through `say`; names, formulas and titles of sources stay what they are. */
function restate(study: StudyDescription, say: Say): StudyDescription {
  const { scenarios, validationScenarios, ...rest } = study;
  const ofScenario = ['title', 'about', 'author', 'notModelled'] as const;
  return {
    ...rest,
    title: say(study.title),
    question: say(study.question),
    about: say(study.about),
    limits: study.limits.map(say),
    scenarios: each(scenarios, say, ...ofScenario),
    validationScenarios: each(validationScenarios, say, ...ofScenario),
    modules: each(study.modules, say, 'title', 'about'),
    labels: each(study.labels, say, 'label'),
    validations: each(study.validations, say, 'title', 'by', 'why'),
    measures: each(study.measures, say, 'title', 'about'),
    conditions: each(study.conditions, say, 'title'),
    trajectories: each(study.trajectories, say, 'title'),
    levers: each(study.levers, say, 'about'),
    assumptions: each(study.assumptions, say, 'about', 'why'),
    shocks: each(study.shocks, say, 'about'),
    equations: each(study.equations, say, 'about'),
    sources: each(study.sources, say, 'note', 'whyLater'),
  };
}

/** Gives the study in a language; a text that nobody translated stays as it was written. */
export function translateStudy(study: StudyDescription, language: Language): StudyDescription {
  if (language === study.language) return study;
  const texts = study.translations.get(language);
  return { ...restate(study, (text) => texts?.get(text) ?? text), language };
}

/** Lists the texts for readers that the study, as it was written, does not have in a language. */
export function untranslated(study: StudyDescription, language: Language): readonly string[] {
  const texts = study.translations.get(language);
  const missing = new Set<string>();
  if (language !== study.language) {
    restate(study, (text) => {
      if (text !== '' && !texts?.has(text)) missing.add(text);
      return text;
    });
  }
  return [...missing];
}
