import { Panel } from '../../components/panel.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import classes from './exchange.module.css';

const words = exchangeWords.send;

/** What a package holds, and what it never does. */
export function PackageContents({ kind }: { kind: 'cases' | 'second-reading' }) {
  return (
    <Panel>
      <div className={classes['stack']}>
        <div className={classes['both']}>
          <Listed title={words.holds} lines={words.holdsList[kind]} />
          <Listed title={words.holdsNot} lines={words.holdsNotList[kind]} />
        </div>
        <p className={classes['quiet']}>{words.fileName}</p>
      </div>
    </Panel>
  );
}

export function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className={classes['list']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
