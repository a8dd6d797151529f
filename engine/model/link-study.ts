import type { Problem } from '../problem.ts';
import type { Clock, LeverSetting, Settings } from '../study/model-text.ts';
import type { Study } from '../study/study.ts';
import { addConditionalLevers } from './conditional-levers.ts';
import { refuseEarly } from './decided-in.ts';
import { linkedModel } from './linked-model.ts';
import type { Model } from './model.ts';

/** The levers of scenarios, and those that conditions put in their place. */
function settingsOf({ scenarios, conditions }: Study): readonly Settings<LeverSetting>[] {
  const imposed = conditions.flatMap((one) => (one.kind === 'impose' ? [one.levers] : []));
  return [...scenarios.map(({ levers }) => levers), ...imposed];
}

/** Links the model of a study and what the terms of its scenarios and conditions add to it. */
export function linkStudy(study: Study, clock: Clock, problems: Problem[]): Model {
  const linked = linkedModel(study.model, clock, problems);
  const settings = settingsOf(study);
  refuseEarly(clock, settings, ({ when }) => when.datePosition, problems);
  return addConditionalLevers(linked, study.model, settings, study.whens, problems);
}
