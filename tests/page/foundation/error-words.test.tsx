import { describe, expect, it } from 'vitest';

import { errorCodes } from '#shared/contract/errors.ts';
import { errorSentence, errorWords } from '#shared/words/errors.ts';

describe('the words of failures', () => {
  it.each(errorCodes)('%s says what is wrong, then what was kept or what to do', (code) => {
    const { what, next } = errorWords[code];
    expect(what).toMatch(/^[A-ZÆØÅ].*[^.!]$/);
    expect(next).toMatch(/^[A-ZÆØÅ].*\.$/);
    expect(errorSentence({ code })).not.toMatch(/!|fejl|ugyldig/i);
  });
});
