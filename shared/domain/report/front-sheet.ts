import { contentsWords, frontWords } from '../../words/administrative-front.ts';
import { administrativeWords as words, registerWords } from '../../words/administrative-report.ts';
import { formatCount, formatDanish } from '../calendar/format.ts';
import { agreedText } from '../review/agreement-text.ts';
import { type FrontLine, recommendationLines } from './administrative/recommendations.ts';
import { figureText, type PointedItem, strengthsAndChallenges } from './administrative/strengths.ts';
import type { Figures } from './figures.ts';
import { listFindings } from './list-findings.ts';
import type { RegisterErrors } from './register-errors.ts';
import { periodOf, unitOf } from './round-facts.ts';
import { exampleRows, labelRow, textRow } from './sheet-parts.ts';
import type { ReportSource } from './source.ts';
import type { Sheet, SheetRow } from './workbook.ts';

/** What the front page says beside the figures. */
export interface FrontParts {
  readonly registerErrors: RegisterErrors;
  /** Where the round stands against the first one, in a sentence. */
  readonly status: string;
  /** The names of the sheets that follow. */
  readonly sheets: readonly string[];
}

/**
 * What works well, where the challenges are, and recommendations, each line led by its figures; then the facts of the
 * round and what the other sheets hold. The order is that of the national Task Force's reports.
 */
export function frontSheet(
  source: ReportSource,
  figures: Figures,
  { registerErrors, status, sheets }: FrontParts,
): Sheet {
  const { enough, works, challenges } = strengthsAndChallenges(source.template, figures);
  const nothing = (otherwise: string) => (enough ? otherwise : frontWords.nothing);
  return {
    name: words.sheets.front,
    widths: [31, 61],
    orientation: 'portrait',
    rows: [
      textRow(words.title, 'title', 2),
      ...exampleRows(source.round.example, 2),
      textRow(frontWords.about(unitOf(source), periodOf(source), formatDanish(source.today)), 'subtitle', 2),
      textRow(words.classification, 'strong', 2),
      ...section(frontWords.works, works.map(itemLine), nothing(frontWords.noWorks)),
      ...section(frontWords.challenges, challenges.map(itemLine), nothing(frontWords.noChallenges)),
      ...section(
        frontWords.recommendations,
        recommendationLines(source, figures, challenges),
        frontWords.noRecommendations,
      ),
      textRow(frontWords.aboutHeading, 'heading', 2),
      ...factRows(source, figures, registerErrors),
      labelRow(frontWords.status, status),
      textRow(frontWords.contentsHeading, 'heading', 2),
      textRow(frontWords.onPaper, 'muted', 2),
      ...sheets.map((name) => labelRow(name, contentsWords[name] ?? '')),
    ],
  };
}

function itemLine({ item, figure }: PointedItem): FrontLine {
  return { figures: figureText(figure), text: item.question };
}

function section(
  { heading, about }: { readonly heading: string; readonly about: string },
  lines: readonly FrontLine[],
  otherwise: string,
): readonly SheetRow[] {
  return [
    textRow(heading, 'heading', 2),
    textRow(lines.length === 0 ? otherwise : about, 'muted', 2),
    ...lines.map(leadingRow),
  ];
}

/** The figures first, then what they are of. */
function leadingRow({ figures, text }: FrontLine): SheetRow {
  return {
    cells: [
      { value: figures, style: 'text' },
      { value: text, style: 'text' },
    ],
  };
}

function factRows(
  source: ReportSource,
  { coverage: { random, census, targeted } }: Figures,
  errors: RegisterErrors,
): readonly SheetRow[] {
  const findings = listFindings(source);
  const drawn = random.drawn + (census?.drawn ?? 0) + targeted.drawn;
  const started = random.started + (census?.started ?? 0) + targeted.started;
  const closed = random.closed + (census?.closed ?? 0) + targeted.closed;
  const open = source.actions.filter(({ done }) => done === null).length;
  return [
    labelRow(frontWords.reader, source.profile.reviewer),
    labelRow(frontWords.classification, frontWords.classificationText),
    ...(random.drawn === 0
      ? []
      : [labelRow(frontWords.sample, frontWords.sampleText(random.drawn, formatCount(random.frame, 0)))]),
    ...(census === undefined ? [] : [labelRow(frontWords.census, frontWords.censusText(census.drawn))]),
    ...(targeted.drawn === 0 ? [] : [labelRow(frontWords.targeted, frontWords.targetedText(targeted.drawn))]),
    labelRow(frontWords.progress, frontWords.progressText(closed, started, drawn)),
    labelRow(
      frontWords.findings,
      frontWords.findingsText(findings.length, findings.filter(({ critical }) => critical).length),
    ),
    labelRow(frontWords.actions, frontWords.actionsText(open, source.actions.length)),
    ...readingRows(source, errors),
  ];
}

/** How far two readers agree, and how often the registered dates were wrong; only where there is something to say. */
function readingRows({ secondReading }: ReportSource, { suggested, changed }: RegisterErrors): readonly SheetRow[] {
  return [
    ...(secondReading === undefined || secondReading.bothClosed === 0
      ? []
      : [
          labelRow(
            frontWords.secondReading,
            frontWords.secondReadingText(secondReading.bothClosed, agreedText(secondReading.total)),
          ),
        ]),
    ...(suggested === 0 ? [] : [labelRow(frontWords.register, registerWords.count(changed, suggested))]),
  ];
}
