import { type PageName, useRoute } from '../hooks/use-route.tsx';
import { commonWords, pageTitles } from '../words/common.ts';
import { KeyHint } from './key-hint.tsx';
import classes from './rail.module.css';

/** The pages in the order of the work, in words only; security, settings and help at the foot. */
export function Rail({ pages, onHelp }: { pages: readonly PageName[]; onHelp: () => void }) {
  return (
    <nav aria-label={commonWords.rail} className={classes['rail']}>
      <ul className={classes['list']}>
        {pages.map((page) => (
          <li key={page}>
            <RailButton page={page} />
          </li>
        ))}
      </ul>
      <ul className={classes['foot']}>
        <li>
          <RailButton page="security" />
        </li>
        <li>
          <RailButton page="settings" />
        </li>
        <li>
          <button type="button" className={classes['button']} onClick={onHelp} aria-keyshortcuts="F1">
            {commonWords.help} <KeyHint keys="F1" />
          </button>
        </li>
      </ul>
    </nav>
  );
}

function RailButton({ page }: { page: PageName }) {
  const { route, go } = useRoute();
  const current = route.page === page || (route.page === 'templates' && page === 'settings');
  return (
    <button
      type="button"
      className={classes['button']}
      aria-current={current ? 'page' : undefined}
      onClick={() => go(page)}
    >
      {pageTitles[page]}
    </button>
  );
}
