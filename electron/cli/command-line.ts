import { parseArgs } from 'node:util';

const commandNames = [
  'demo',
  'import',
  'draw',
  'enlarge',
  'answer',
  'report',
  'record',
  'sheet',
  'verify',
  'year-plan',
  'date-check',
  'audit',
  'delete',
  'retention',
  'send',
  'receive',
  'result',
  'collect',
] as const;
export type CommandName = (typeof commandNames)[number];

export interface CommandLine {
  readonly kind: 'run';
  readonly command: CommandName;
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  readonly json: boolean;
  /** True where a file that is there already may be written over. */
  readonly overwrite: boolean;
  /** Cases for a blind second reading. */
  readonly second: boolean;
  /** With the names that are left out otherwise. */
  readonly names: boolean;
}

export const usage = `ledelsestilsyn <kommando> [--json] [--workspace MAPPE]

  demo    --out MAPPE                                    hele forløbet på opdigtede sager
  import  FIL [--mapping MAP.json] [--remember NAVN]     læs et udtræk ind
  draw    --import ID --plan PLAN.json [--template ID] [--record FIL] [--reason TEKST]   træk en stikprøve
  enlarge --round ID --size ANTAL [--part NR] [--reason TEKST]   udvid en stikprøve
  answer  --round ID --answers ANSWERS.json              indlæs svar
  report  --round ID --kind leader|administrative|political|year|casework --out FIL.xlsx [--overwrite]
  report  --round ID --kind political|year --out FIL.pdf|FIL.docx   udvalgets side, eller teksten til dagsordenspunktet
  report  --round ID --kind leader --team NAVN --out FIL.xlsx
  report  --round ID --kind case --case ID --out FIL.xlsx   samtalearket for én sag
  record  --round ID --out FIL.json                      gem trækningens protokol
  sheet   --round ID --out FIL.xlsx                      gem kontrolarket til print
  verify  --record RECORD.json FIL                       gentag en trækning og sammenlign
  year-plan --import ID --by team|caseworker --per-year ANTAL [--month 2026-02]   årets kvoter og næste trækning
  date-check --import ID [--out FIL.xlsx]                kontrollér registrerede datoer i alle sager
  audit   [--check] [--out FIL.xlsx]                     kontrollér handlingsloggen, og gem den
  retention [--round ID --until 2026-06-30]              vis eller ret, hvor længe runder opbevares
  delete  --round ID --name NAVN [--out FIL.xlsx]        slet en runde med alt, der hører til, og gem kvitteringen
  send    --round ID --unit NAVN --head NAVN --out FIL.ltp [--by team|caseworker|whole] [--second]   send en enheds sager
  receive FIL.ltp                                        hent sager, der er sendt hertil
  result  --round ID --out FIL.ltp [--unit NAVN] [--names]   send svarene til den, der samler
  collect FIL.ltp ...                                    saml svar, der er sendt hertil

Adgangskoden til arbejdsmappen læses fra miljøvariablen TILSYN_PASSPHRASE. Computerens nøgle og gendannelsesnøglen
bruges kun i programmets vindue. Adgangssætningen til en pakke læses fra TILSYN_PACKAGE_PASSPHRASE.`;

const text = { type: 'string' } as const;
const options = {
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  workspace: text,
  out: text,
  mapping: text,
  remember: text,
  import: text,
  plan: text,
  record: text,
  reason: text,
  template: text,
  round: text,
  size: text,
  part: text,
  by: text,
  'per-year': text,
  month: text,
  answers: text,
  kind: text,
  case: text,
  team: text,
  name: text,
  until: text,
  check: { type: 'boolean' },
  overwrite: { type: 'boolean' },
  unit: text,
  head: text,
  second: { type: 'boolean' },
  names: { type: 'boolean' },
} as const;

/** What was asked for; anything that cannot be understood asks for help instead. */
export function parseCommandLine(
  words: readonly string[],
): CommandLine | { readonly kind: 'help'; readonly wanted: boolean } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const [command, ...rest] = positionals;
    const { json, help, overwrite, second, names, check: _check, ...others } = values;
    if (help === true || !isCommand(command)) {
      return { kind: 'help', wanted: help === true };
    }
    return {
      kind: 'run',
      command,
      positionals: rest,
      options: others,
      json: json === true,
      overwrite: overwrite === true,
      second: second === true,
      names: names === true,
    };
  } catch {
    return { kind: 'help', wanted: false };
  }
}

function isCommand(word: string | undefined): word is CommandName {
  return commandNames.some((name) => name === word);
}
