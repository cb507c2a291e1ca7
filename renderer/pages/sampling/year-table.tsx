import type { YearPlan } from '#shared/contract/sampling.ts';
import type { GroupCoverage } from '#shared/domain/sampling/year-plan.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { monthName, yearPlanWords as words } from '../../words/year-plan.ts';
import classes from './year.module.css';

const counts = ['cases', 'quota', 'due', 'drawn', 'reviewed', 'targeted', 'proposed'] as const;

/** The quotas and how far they are reached, by name, and who has had no case drawn: never by a result. */
export function YearTable({ plan, by }: { plan: YearPlan; by: 'team' | 'caseworker' }) {
  const { groups, notCovered, month } = plan;
  const total = (count: (typeof counts)[number]): number => groups.reduce((sum, group) => sum + group[count], 0);
  return (
    <>
      <Panel title={words.table(monthName(month))} note={words.targetedNote}>
        <div className={classes['scroll']}>
          <table className={classes['table']}>
            <thead>
              <tr>
                <th scope="col">{words.groups[by]}</th>
                {counts.map((count) => (
                  <th key={count} scope="col" className={classes['count']}>
                    {words.columns[count]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <GroupRow key={group.name} group={group} />
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                {counts.map((count) => (
                  <td key={count}>{formatNumber(total(count))}</td>
                ))}
              </tr>
            </tfoot>
          </table>
        </div>
      </Panel>
      <Panel title={words.notCovered} note={formatNumber(notCovered.length)}>
        {notCovered.length === 0 ? (
          <p>{words.allCovered}</p>
        ) : (
          <ul className={classes['names']}>
            {notCovered.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
      </Panel>
    </>
  );
}

function GroupRow({ group }: { group: GroupCoverage }) {
  return (
    <tr>
      <th scope="row">{group.name}</th>
      {counts.map((count) => (
        <td key={count}>{formatNumber(group[count])}</td>
      ))}
    </tr>
  );
}
