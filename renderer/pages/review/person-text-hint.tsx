import { useMemo } from 'react';

import type { CaseRecord } from '#shared/domain/population/case.ts';
import { findPersonText, peopleNamed } from '#shared/domain/review/find-person-text.ts';

import { StatusMark } from '../../components/status-mark.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface PersonTextHintProps {
  readonly text: string;
  readonly record: CaseRecord;
}

/** Says at once, below a field, that its text holds a CPR number or a name from the case; it stops nothing. */
export function PersonTextHint({ text, record }: PersonTextHintProps) {
  const people = useMemo(
    () => ({
      child: peopleNamed(namesOf(record, 'child_name')),
      caseworker: peopleNamed(namesOf(record, 'caseworker')),
    }),
    [record],
  );
  const inChild = findPersonText(text, people.child);
  const who = [
    inChild.some(({ kind }) => kind === 'cpr') ? reviewWords.cprInText : '',
    inChild.some(({ kind }) => kind === 'name') ? reviewWords.childInText : '',
    findPersonText(text, people.caseworker).some(({ kind }) => kind === 'name') ? reviewWords.caseworkerInText : '',
  ].filter((each) => each !== '');
  return (
    <output className={classes['personHint']}>
      {who.length > 0 && (
        <>
          <StatusMark kind="unclear">{reviewWords.personMark}</StatusMark>{' '}
          <span className={classes['personWords']}>{reviewWords.personInText(who.join(reviewWords.andInText))}</span>{' '}
          <span className={classes['quiet']}>{reviewWords.personStops}</span>
        </>
      )}
    </output>
  );
}

function namesOf({ values, activities }: CaseRecord, field: 'child_name' | 'caseworker'): readonly string[] {
  return [values, ...activities.map((activity) => activity.values)].flatMap((each) => each[field] ?? []);
}
