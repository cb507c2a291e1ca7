import { Panel } from '../../components/panel.tsx';
import { exchangeWords } from '../../words/exchange.ts';
import classes from './exchange.module.css';

const words = exchangeWords.send;

/** What a package holds, and what it never does. */
export function PackageContents({ kind }: { kind: 'cases' | 'second-reading' }) {
  return (
    <Panel title={words.contents}>
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

/** A short list under its heading. */
export function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h3 className={classes['listed']}>{title}</h3>
      <ul className={classes['list']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
