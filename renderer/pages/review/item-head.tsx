import { Title } from '@mantine/core';

import type { ItemApplicability } from '#shared/contract/templates.ts';
import type { TemplateItem } from '#shared/domain/review/template.ts';
import { itemTypeLabels } from '#shared/words/review.ts';

import { StatusMark } from '../../components/status-mark.tsx';
import { reviewWords } from '../../words/review.ts';
import classes from './review.module.css';

interface ItemHeadProps {
  readonly item: TemplateItem;
  /** Whether the item applies to this case, why, and by which law; undefined where no case is shown. */
  readonly applicability: ItemApplicability | undefined;
}

/** The question, its law in this case, what the answers mean, and where to look. */
export function ItemHead({ item, applicability }: ItemHeadProps) {
  const degree = item.scale === 'degree';
  return (
    <>
      <header className={classes['focusHead']}>
        <Title order={3} id={`item-${item.id}`} className={classes['question']}>
          {item.question}
        </Title>
        {item.severity === 'critical' && <StatusMark kind="critical">{reviewWords.critical}</StatusMark>}
      </header>
      <p className={classes['meta']}>
        {itemTypeLabels[item.type]} · {applicability?.law ?? item.law}
        {item.lawyerCheck && (
          <>
            {' '}
            <StatusMark kind="info">{reviewWords.lawyerCheck}</StatusMark>
          </>
        )}
      </p>
      {applicability?.applies === 'unknown' && <p className={classes['meta']}>{applicability.reason}</p>}
      {applicability?.applies === 'no' && (
        <p className={classes['anyway']}>
          <strong>{reviewWords.notRelevant(applicability.reason)}</strong> {reviewWords.answerAnyway}
        </p>
      )}
      <dl className={classes['meanings']}>
        <Meaning name={degree ? reviewWords.highMeans : reviewWords.yesMeans} words={item.yesWhen} />
        <Meaning name={degree ? reviewWords.someMeans : reviewWords.partlyMeans} words={item.partlyWhen} />
        <Meaning name={reviewWords.lookForLabel} words={item.evidence} />
      </dl>
    </>
  );
}

function Meaning({ name, words }: { name: string; words: string | undefined }) {
  if (words === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{words}</dd>
    </div>
  );
}
