import { NativeSelect } from '@mantine/core';

import { useQuery } from '../../hooks/use-query.ts';
import { templateWords } from '../../words/templates.ts';

/** The checklist of a round where nothing else is chosen: the whole of barnets lov. */
export const usualChecklist = 'barnets-lov';

interface ChecklistChoiceProps {
  readonly value: string;
  readonly onChange: (templateId: string) => void;
}

/** Which checklist the drawn cases are reviewed in: the newest edition of each. */
export function ChecklistChoice({ value, onChange }: ChecklistChoiceProps) {
  const templates = useQuery('review.templates', {});
  const newest = (templates.data ?? []).filter((line) => line.newest);
  return (
    <NativeSelect
      label={templateWords.draw.label}
      description={templateWords.draw.hint}
      value={value}
      data={newest.map(({ id, title, edition }) => ({ value: id, label: templateWords.editionOf(title, edition) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
