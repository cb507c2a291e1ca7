import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';

import type { RoundSummary } from '#shared/contract/sampling.ts';

import { ErrorNotice } from '../../components/error-notice.tsx';
import { formatCount } from '../../components/formats.ts';
import { useCommand } from '../../hooks/use-command.ts';
import { samplingWords as words } from '../../words/sampling.ts';
import { partName } from './drawn-parts.ts';
import classes from './drawn.module.css';
import { drawnAfter, type EnlargeablePart, partsToEnlarge } from './enlarge-parts.ts';
import { EnlargeTells } from './enlarge-tells.tsx';

interface EnlargeFormProps {
  readonly round: RoundSummary;
  readonly onDone: () => void;
}

/** More cases into one part of the sample; which ones, nobody chooses. */
export function EnlargeForm({ round, onDone }: EnlargeFormProps) {
  const [first, ...others] = partsToEnlarge(round.record);
  return first === undefined ? (
    <p className={classes['form']}>{words.enlargeAll}</p>
  ) : (
    <PartForm round={round} parts={[first, ...others]} onDone={onDone} />
  );
}

interface PartFormProps extends EnlargeFormProps {
  readonly parts: readonly [EnlargeablePart, ...EnlargeablePart[]];
}

function PartForm({ round, parts, onDone }: PartFormProps) {
  const { roundId, record } = round;
  const [partIndex, setPartIndex] = useState(parts[0].partIndex);
  const [size, setSize] = useState<number | string>('');
  const [reason, setReason] = useState('');
  const enlarging = useCommand('sampling.enlarge');
  const part = parts.find((one) => one.partIndex === partIndex) ?? parts[0];
  const after = typeof size === 'number' && Number.isInteger(size) ? drawnAfter(record, part, size) : 0;
  const more = formatCount(after - part.drawn, 'sag', 'sager');
  const enlarge = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const why = reason.trim() === '' ? {} : { reason };
    if ((await enlarging.run({ roundId, partIndex: part.partIndex, size: Number(size), ...why })) !== undefined) {
      onDone();
    }
  };
  return (
    <form className={classes['form']} onSubmit={(event) => void enlarge(event)}>
      {parts.length > 1 && (
        <NativeSelect
          label={words.enlargePart}
          value={String(part.partIndex)}
          data={parts.map((one) => ({ value: String(one.partIndex), label: partName(record, one.partIndex) }))}
          onChange={(event) => setPartIndex(Number(event.currentTarget.value))}
        />
      )}
      <NumberInput
        label={part.each ? words.enlargeEach : words.enlargeSize}
        min={part.size + 1}
        max={part.frame}
        allowDecimal={false}
        value={size}
        onChange={setSize}
        className={classes['size']}
      />
      <p className={classes['means']}>
        {after <= part.drawn ? (
          words.enlargeNothing
        ) : (
          <strong>{words.enlargeMeans(formatCount(part.drawn, 'sag', 'sager'), String(after), more)}</strong>
        )}{' '}
        {words.enlargeKept}
      </p>
      {part.simple && after > part.drawn && <EnlargeTells frame={part.frame} read={after} />}
      <TextInput
        label={words.enlargeReason}
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ErrorNotice error={enlarging.state.status === 'failed' ? enlarging.state.error : undefined} />
      <Button type="submit" disabled={after <= part.drawn} loading={enlarging.state.status === 'running'}>
        {words.enlargeButton(more)}
      </Button>
    </form>
  );
}
