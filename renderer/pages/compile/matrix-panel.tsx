import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import type { SamplePart } from '#shared/domain/report/figures.ts';

import { formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { matrixWords as words } from '../../words/compile.ts';
import classes from './compile.module.css';
import { areaRows, partsOf } from './figure-rows.ts';
import { FigureTable } from './figure-table.tsx';
import { unitName } from './unit-name.ts';

interface MatrixPanelProps {
  readonly compilation: Compilation;
  /** Which cases the figures are about. */
  readonly children: ReactNode;
}

/** The questions of one part of the sample at a time: cases drawn by chance and cases chosen on purpose never mix. */
export function MatrixPanel({ compilation, children }: MatrixPanelProps) {
  const [wanted, setWanted] = useState<SamplePart>('random');
  const present = partsOf(compilation);
  const part = present.includes(wanted) ? wanted : present[0];
  return (
    <Panel title={words.title} note={compilation.title} className={classes['panel']}>
      {children}
      {present.length > 1 && part !== undefined && (
        <SegmentedControl
          aria-label={words.part}
          className={classes['tabs']}
          value={part}
          onChange={(value) => {
            const chosen = present.find((each) => each === value);
            if (chosen !== undefined) setWanted(chosen);
          }}
          data={present.map((each) => ({ value: each, label: words.parts[each] }))}
        />
      )}
      {part === undefined ? <p>{words.noCases}</p> : <PartFigures compilation={compilation} part={part} />}
    </Panel>
  );
}

function PartFigures({ compilation, part }: { compilation: Compilation; part: SamplePart }) {
  const rows = useMemo(() => areaRows(compilation, part), [compilation, part]);
  const isWeighted = rows.some(({ area, items }) => area.weighted || items.some(({ weighted }) => weighted));
  return (
    <>
      <p className={classes['quiet']}>
        {words.partNotes[part]} {words.n} {isWeighted && words.weighted} {words.areaNote}
      </p>
      {part === 'random' && <ComparedWith compared={compilation.compared} />}
      <Scrolled label={words.parts[part]} className={classes['frame']}>
        <FigureTable part={part} rows={rows} compared={compilation.compared !== null} />
      </Scrolled>
    </>
  );
}

const mostNames = 4;

function ComparedWith({ compared }: Pick<Compilation, 'compared'>) {
  if (compared === null) return <p className={classes['quiet']}>{words.compared.none}</p>;
  const { names, without } = compared;
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return (
    <p className={classes['quiet']}>
      {words.compared.with(more > 0 ? `${shown} ${words.compared.more(formatNumber(more))}` : shown)}{' '}
      {without.length > 0 && words.compared.without(without.map((unit) => unitName(unit)).join(', '))}
    </p>
  );
}
