import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useId, useMemo, useState } from 'react';

import type { Compilation } from '#shared/domain/report/compile/compilation.ts';
import type { SamplePart } from '#shared/domain/report/figures.ts';

import { formatCount, formatNumber } from '../../components/formats.ts';
import { Panel } from '../../components/panel.tsx';
import { Scrolled } from '../../components/scrolled.tsx';
import { matrixWords as words, roundsWords } from '../../words/compile.ts';
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
  const id = useId();
  const present = partsOf(compilation);
  const part = present.includes(wanted) ? wanted : present[0];
  return (
    <Panel title={words.title} note={titleOf(compilation)} className={classes['panel']}>
      <div className={classes['choices']}>
        {children}
        {present.length > 1 && part !== undefined && (
          <div>
            <span id={id} className={classes['label']}>
              {words.part}
            </span>
            <SegmentedControl
              aria-labelledby={id}
              className={classes['tabs']}
              value={part}
              onChange={(value) => {
                const chosen = present.find((each) => each === value);
                if (chosen !== undefined) setWanted(chosen);
              }}
              data={present.map((each) => ({ value: each, label: words.parts[each] }))}
            />
          </div>
        )}
      </div>
      {part === undefined ? <p>{words.noCases}</p> : <PartFigures compilation={compilation} part={part} />}
    </Panel>
  );
}

function titleOf({ title, readers }: Compilation): string {
  return readers === 0 ? title : words.titleWith(title, formatCount(readers, ...words.readers));
}

function PartFigures({ compilation, part }: { compilation: Compilation; part: SamplePart }) {
  const rows = useMemo(() => areaRows(compilation, part), [compilation, part]);
  const figures = rows.flatMap(({ area, items }) => [area, ...items]);
  return (
    <>
      <div className={classes['footnotes']}>
        <p>{words.partNotes[part]}</p>
        {compilation.sharedOut.length > 0 && <p>{words.sharedOut(firstOf(compilation.sharedOut))}</p>}
        {part === 'random' && <ComparedWith compared={compilation.compared} />}
      </div>
      <Scrolled label={words.parts[part]} className={classes['frame']}>
        <FigureTable part={part} rows={rows} compared={compilation.compared !== null} />
      </Scrolled>
      <div className={classes['footnotes']}>
        <p>{words.n}</p>
        <p>{words.areaNote}</p>
        {figures.some(({ weighted }) => weighted) && <p>{words.weighted}</p>}
        {figures.some(({ noInterval }) => noInterval === 'one-per-stratum') && <p>{words.noSpread}</p>}
      </div>
    </>
  );
}

const mostNames = 4;

function ComparedWith({ compared }: Pick<Compilation, 'compared'>) {
  if (compared === null) return <p>{words.compared.none}</p>;
  const { without } = compared;
  return (
    <p>
      {words.compared.with(firstOf(compared.names))}{' '}
      {without.length > 0 && words.compared.without(without.map((unit) => unitName(unit)).join(', '))}
    </p>
  );
}

/** The first names, and how many more there are. */
function firstOf(all: readonly string[]): string {
  const names = namesOf(all);
  const more = names.length - mostNames;
  const shown = names.slice(0, mostNames).join(', ');
  return more > 0 ? `${shown} ${words.compared.more(formatNumber(more))}` : shown;
}

/** Units often give their rounds the same name: each stands once, with how many rounds have it. */
function namesOf(names: readonly string[]): readonly string[] {
  return [...Map.groupBy(names, (name) => name)].map(([name, same]) =>
    same.length === 1 ? name : roundsWords.withCount(name, formatCount(same.length, ...roundsWords.rounds)),
  );
}
