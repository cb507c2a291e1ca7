import type { ReactNode } from 'react';

import classes from './review.module.css';

/** Names and values of a case; what the export does not hold is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  const present = facts.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return (
    <dl className={classes['facts']}>
      {present.map(([name, value]) => (
        <div key={name} className={classes['fact']}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
