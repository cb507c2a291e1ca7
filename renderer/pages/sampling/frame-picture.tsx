import type { DrawnStratum } from '#shared/domain/sampling/draw-record.ts';
import { chosenByConditions, targetedRuleWords } from '#shared/words/targeted-rules.ts';

import { DotField } from '../../components/dot-field.tsx';
import { samplingWords } from '../../words/sampling.ts';
import { planWords } from '../../words/sampling-plan.ts';

type PictureStratum = Pick<DrawnStratum, 'name' | 'size' | 'drawn'> & { readonly places?: readonly number[] };

/** Every case of the frame a dot, grouped by stratum; the drawn ones are filled once they are drawn; before, their number stands. */
export function FramePicture({ strata, drawn }: { strata: readonly PictureStratum[]; drawn: boolean }) {
  const groups = strata.map(({ name, size, drawn: count, places }) => ({
    name: groupName(name),
    size,
    marked: drawn ? markedPlaces(count, places) : [],
    stated: count,
  }));
  return <DotField groups={groups} />;
}

/** The drawn cases' own dots; when the population is deleted their number fills the first ones. */
function markedPlaces(count: number, places: readonly number[] | undefined): readonly number[] {
  return places !== undefined && places.length > 0 ? places : Array.from({ length: count }, (_, index) => index);
}

/** A stratum as the page names it: the rule of a targeted part in words, the whole frame where nothing divides it. */
export function groupName(name: string): string {
  if (name === '') {
    return samplingWords.oneGroup;
  }
  if (name === chosenByConditions) {
    return planWords.byConditionsGroup;
  }
  return Object.hasOwn(targetedRuleWords, name) ? targetedRuleWords[name as keyof typeof targetedRuleWords] : name;
}
