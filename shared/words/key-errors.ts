import type { ErrorWords } from './error-words.ts';
import type { ToldError } from './plan-errors.ts';

const mistyped = 'Intet er prøvet eller ændret. Ret den, og prøv igen.';

const noPassphrase: ErrorWords = {
  what: 'Arbejdsmappen har ingen adgangskode',
  next: 'Intet er ændret. Lås op i programmet med computerens nøgle eller gendannelsesnøglen; kommandolinjen bruger kun adgangskoden.',
};

/** What is wrong with a key as it was typed. Undefined where the failure says no more than its code. */
export function keyError({ code, detail }: ToldError): ErrorWords | undefined {
  if (code === 'wrong-passphrase' && detail?.['reason'] === 'none') return noPassphrase;
  if (code !== 'wrong-recovery-key' || detail === undefined) return undefined;
  const group = Number(detail['group']);
  switch (String(detail['reason'])) {
    case 'length':
      return {
        what: 'Gendannelsesnøglen har syv grupper med fire tegn',
        next: `Der mangler tegn, eller der er for mange. ${mistyped}`,
      };
    case 'letter':
      return { what: `Der står et tegn i gruppe ${group}, som ingen gendannelsesnøgle har`, next: mistyped };
    case 'typing':
      return {
        what:
          group > 0
            ? `Der er en tastefejl i gendannelsesnøglen, formentlig i gruppe ${group}`
            : 'Der er en tastefejl i gendannelsesnøglen',
        next: mistyped,
      };
    case 'none':
      return {
        what: 'Arbejdsmappen har ingen gendannelsesnøgle',
        next: 'Intet er ændret. Lås op med adgangskoden; uden den kan ingen åbne arbejdsmappen.',
      };
    default:
      return undefined;
  }
}
