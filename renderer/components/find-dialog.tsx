import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useState } from 'react';

import { useLatestImport } from '../hooks/use-latest-import.ts';
import { useQuery } from '../hooks/use-query.ts';
import { type PageName, useRoute } from '../hooks/use-route.tsx';
import { commonWords, pageTitles } from '../words/common.ts';

const [store, spotlight] = createSpotlight();
const mostCases = 7;

export function openFind(): void {
  spotlight.open();
}

interface Found {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly onClick: () => void;
}

function useFoundCases(search: string): readonly Found[] {
  const { go } = useRoute();
  const { latest } = useLatestImport();
  const importId = latest?.importId;
  const request = importId === undefined || search === '' ? null : { importId, search, limit: mostCases };
  const { data } = useQuery('population.list', request, { keepPrevious: true });
  if (request === null || data === undefined) {
    return [];
  }
  return data.lines.map(({ id, team, caseworker }) => ({
    id: `case ${id}`,
    label: id,
    description: [team, caseworker].filter((part) => part !== null).join(', '),
    onClick: () => go('population', { importId: request.importId, caseId: id }),
  }));
}

/** Ctrl+K: a page or a case number, from anywhere. */
export function FindDialog({ pages }: { pages: readonly PageName[] }) {
  const [query, setQuery] = useState('');
  const [search] = useDebouncedValue(query.trim(), 150);
  const { go } = useRoute();
  const wanted = query.trim().toLocaleLowerCase('da');
  const foundPages: readonly Found[] = [...pages, 'settings' as const, 'templates' as const]
    .filter((page) => pageTitles[page].toLocaleLowerCase('da').includes(wanted))
    .map((page) => ({ id: `page ${page}`, label: pageTitles[page], description: '', onClick: () => go(page) }));
  const foundCases = useFoundCases(search);

  return (
    <Spotlight.Root store={store} query={query} onQueryChange={setQuery} shortcut={null} scrollable>
      <Modal.Title className="visually-hidden">{commonWords.find.label}</Modal.Title>
      <Spotlight.Search aria-label={commonWords.find.label} placeholder={commonWords.find.placeholder} />
      <Spotlight.ActionsList>
        <FoundGroup label={commonWords.find.pages} found={foundPages} />
        <FoundGroup label={commonWords.find.cases} found={foundCases} />
        {foundPages.length + foundCases.length === 0 && <Spotlight.Empty>{commonWords.find.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function FoundGroup({ label, found }: { label: string; found: readonly Found[] }) {
  return found.length === 0 ? null : (
    <Spotlight.ActionsGroup label={label}>
      {found.map((one) => (
        <Spotlight.Action key={one.id} label={one.label} description={one.description} onClick={one.onClick} />
      ))}
    </Spotlight.ActionsGroup>
  );
}
