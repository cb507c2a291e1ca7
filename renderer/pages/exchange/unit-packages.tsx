import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import type { RoundExchange } from '#shared/contract/exchange.ts';
import { formatCount } from '../../components/formats.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { exchangeWords } from '../../words/exchange.ts';
import { caseCount } from './counted.ts';
import classes from './exchange.module.css';
import type { ShareBy } from './share-ways.ts';
import { UnitPackage } from './unit-package.tsx';

const words = exchangeWords.send;

interface UnitPackagesProps {
  readonly roundId: string;
  readonly by: ShareBy;
  /** What was sent of the round; undefined before the first package. */
  readonly sent: RoundExchange | undefined;
}

/** One package for each unit of the round. */
export function UnitPackages({ roundId, by, sent }: UnitPackagesProps) {
  const shares = useQuery('exchange.shares', { roundId, by });
  return (
    <QueryView query={shares} height={240}>
      {(units) => {
        const cases = units.reduce((sum, { caseIds }) => sum + caseIds.length, 0);
        return (
          <Panel
            title={words.packages}
            note={words.packagesNote(formatCount(units.length, 'pakke', 'pakker'), caseCount(cases))}
          >
            <ul className={classes['rows']}>
              {units.map((share) => (
                <li key={share.unit} className={classes['row']}>
                  <UnitPackage roundId={roundId} by={by} share={share} sent={sent} />
                </li>
              ))}
            </ul>
          </Panel>
        );
      }}
    </QueryView>
  );
}
