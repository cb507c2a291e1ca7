import { noCall } from '../application.ts';
import { answerAllButFirst, benchList } from '../round.ts';
import { quantile, row, timed } from '../timing.ts';

/** From an answer to its being safely on disk, while the other answers of the round are there. */
export async function measureAnswers(): Promise<void> {
  const bench = await benchList();
  const roundId = await bench.draw();
  const reviews = await answerAllButFirst(bench, roundId);
  const [first] = reviews;
  const items = first?.template.sections.flatMap((section) => section.items) ?? [];
  const times: number[] = [];
  for (let run = 0; run < 200; run += 1) {
    const itemId = items[run % items.length]?.id ?? '';
    const answer = {
      roundId,
      caseId: first?.caseId ?? '',
      reading: 1 as const,
      itemId,
      value: run % 2 === 0 ? ('yes' as const) : ('no' as const),
    };
    times.push(await timed(() => bench.application['review.answer'](answer, noCall)));
  }
  row('\nanswer to saved', 'p50 ms', 'p95 ms');
  row(`  with ${(reviews.length - 1) * items.length} answers present`, quantile(times, 0.5), quantile(times, 0.95));
  await bench.close();
}
