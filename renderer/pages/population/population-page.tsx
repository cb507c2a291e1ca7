import { Button, NativeSelect } from '@mantine/core';

import type { ImportSummary } from '#shared/contract/importing.ts';

import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount, formatInstant } from '../../components/formats.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { newestFirst, useLatestImport } from '../../hooks/use-latest-import.ts';
import { useQuery } from '../../hooks/use-query.ts';
import { useRoute } from '../../hooks/use-route.tsx';
import { pageTitles } from '../../words/common.ts';
import { populationWords as words } from '../../words/population.ts';
import { PopulationView } from './population-view.tsx';

/** Who is in the population, and what do the dates already say? Of the import in the route, else of the latest. */
export function PopulationPage() {
  const { route, go } = useRoute();
  const { query } = useLatestImport();
  const imports = newestFirst(query.data ?? []);
  const chosen = imports.find(({ importId }) => importId === route.params['importId']) ?? imports[0];
  const note = chosen === undefined ? words.note : `${formatCount(chosen.cases, ...words.cases)}. ${words.note}`;

  return (
    <Page
      title={pageTitles.population}
      note={note}
      actions={chosen !== undefined && imports.length > 1 && <ImportChoice imports={imports} chosen={chosen} />}
    >
      <QueryView query={query} height={480}>
        {() =>
          chosen === undefined ? (
            <EmptyState text={words.none}>
              <Button onClick={() => go('importing')}>{words.fetch}</Button>
            </EmptyState>
          ) : (
            <Population key={chosen.importId} importId={chosen.importId} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Population({ importId }: { importId: string }) {
  const summary = useQuery('population.summary', { importId });
  return (
    <QueryView query={summary} height={480}>
      {(data) => <PopulationView summary={data} />}
    </QueryView>
  );
}

function ImportChoice({ imports, chosen }: { imports: readonly ImportSummary[]; chosen: ImportSummary }) {
  const { go } = useRoute();
  return (
    <NativeSelect
      aria-label={words.chooseImport}
      value={chosen.importId}
      onChange={(event) => go('population', { importId: event.currentTarget.value })}
      data={imports.map(({ importId, fileName, importedAt }) => ({
        value: importId,
        label: words.importChoice(fileName, formatInstant(importedAt)),
      }))}
    />
  );
}
