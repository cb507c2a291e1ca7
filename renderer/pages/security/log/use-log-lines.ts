import { useState } from 'react';

import type { AuditListLine } from '#shared/contract/audit.ts';

import { useCommand } from '../../../hooks/use-command.ts';
import { useNamedState } from '../../../hooks/use-named-state.ts';
import { useQuery } from '../../../hooks/use-query.ts';

const pageSize = 200;

/** The newest lines, and older ones page by page when asked for. New lines above them come with the first page. */
export function useLogLines() {
  const newest = useQuery('audit.list', { limit: pageSize });
  const [older, setOlder] = useNamedState<readonly AuditListLine[]>([]);
  const [ended, setEnded] = useState(false);
  const asking = useCommand('audit.list');
  const first = newest.data?.lines ?? [];
  const lines = [...first, ...older.filter(({ number }) => number < (first.at(-1)?.number ?? 0))];
  const total = newest.data?.total ?? 0;
  const more = async (): Promise<void> => {
    const before = lines.at(-1)?.number;
    if (before === undefined) return;
    const answer = await asking.run({ before, limit: pageSize });
    if (answer === undefined) return;
    setOlder((known) => [...known, ...answer.lines]);
    setEnded(answer.lines.length < pageSize);
  };
  return {
    query: newest,
    lines,
    total,
    more: ended || lines.length >= total ? null : more,
    asking: asking.state,
  };
}
