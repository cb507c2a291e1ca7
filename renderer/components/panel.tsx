import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './panel.module.css';

interface PanelProps {
  readonly title?: string;
  /** A quiet text at the right end of the title line. */
  readonly note?: ReactNode;
  /** Quiet: on the ground, without a card. */
  readonly quiet?: boolean;
  /** Flush: no inner margin, for tables and lists that bring their own. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A white card with a hairline border; a titled one is a region that a screen reader can jump to. */
export function Panel({ title, note, quiet = false, flush = false, className, children }: PanelProps) {
  const id = useId();
  const attributes = {
    className: className === undefined ? classes['panel'] : `${classes['panel']} ${className}`,
    'data-quiet': quiet || undefined,
    'data-flush': flush || undefined,
  };
  if (title === undefined) {
    return <div {...attributes}>{children}</div>;
  }
  return (
    <section {...attributes} aria-labelledby={id}>
      <header className={classes['head']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {note !== undefined && <span className={classes['note']}>{note}</span>}
      </header>
      {children}
    </section>
  );
}
