import { Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

import { useRoute } from '../hooks/use-route.tsx';
import { commonWords, pageTitles } from '../words/common.ts';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** A quiet line beside the title. */
  readonly note?: ReactNode;
  /** Buttons at the right end of the title line. */
  readonly actions?: ReactNode;
  /** True: the page fills the window's height and its parts scroll by themselves. */
  readonly fill?: boolean;
  readonly children: ReactNode;
}

/**
 * A page: one heading, which takes focus when the person has navigated here, and the content under it. The window is named
 * after the rail's word alone: its name stands in task lists and recordings, so no case or person is in it.
 */
export function Page({ title, note, actions, fill = false, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { navigated, route } = useRoute();
  const name = pageTitles[route.page];
  useEffect(() => {
    document.title = `${name} – ${commonWords.program}`;
  }, [name]);
  useEffect(() => {
    if (navigated) {
      heading.current?.focus({ preventScroll: true });
    }
  }, [navigated]);

  return (
    <div className={classes['page']} data-fill={fill || undefined}>
      <header className={classes['head']}>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {note !== undefined && <p className={classes['note']}>{note}</p>}
        {actions !== undefined && <div className={classes['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
