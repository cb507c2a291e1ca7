import type { PersonDataHit } from '#shared/domain/report/person-data.ts';

import { formatNumber } from '../../components/formats.ts';
import { reportWords } from '../../words/report.ts';
import classes from './report.module.css';

const { hits: words } = reportWords;
const mostShown = 8;

interface HitsNoticeProps {
  readonly id: string;
  readonly hits: readonly PersonDataHit[];
  readonly onShow: (hit: PersonDataHit) => void;
}

/** What stops a committee's report: what it is, and where; each place leads to its line of the preview. */
export function HitsNotice({ id, hits, onShow }: HitsNoticeProps) {
  if (hits.length === 0) return null;
  return (
    <div className={classes['hits']}>
      <p id={id}>
        <strong>{words.title}.</strong> {words.next}
      </p>
      <ul>
        {hits.slice(0, mostShown).map((hit, index) => (
          <li key={index}>
            <Place hit={hit} onShow={onShow} />: {words.line(words.what[hit.kind], hit.found)}
          </li>
        ))}
      </ul>
      {hits.length > mostShown && <p>{words.more(formatNumber(hits.length - mostShown))}</p>}
    </div>
  );
}

function Place({ hit, onShow }: Omit<HitsNoticeProps, 'id' | 'hits'> & { hit: PersonDataHit }) {
  if (hit.sheet === '') return <span>{words.frame}</span>;
  if (hit.row === 0) return <span>{words.sheetName(hit.sheet)}</span>;
  const place = words.place(hit.sheet, formatNumber(hit.row));
  return (
    <button type="button" className={classes['place']} aria-label={words.show(place)} onClick={() => onShow(hit)}>
      {place}
    </button>
  );
}
