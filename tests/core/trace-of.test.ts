import { expect, it } from 'vitest';

import { traceOf } from '#core/log/trace-of.ts';

const name = 'Freja Skovgaard';

it('says the class, the code and the places, and nothing that the message quotes', () => {
  const errors = [
    new TypeError(`cannot read ${name}`),
    new Error(`${name}\n    at ${name}\n${name}`),
    Object.assign(new Error(`open ${name}`), { code: 'ENOENT' }),
    new Error('outer', { cause: new Error(name) }),
    new AggregateError([new Error(name)], name),
  ];
  for (const error of errors) {
    expect(traceOf(error)).toMatch(/^\w*Error( ENOENT)?\n    at /u);
    expect(traceOf(error)).not.toContain(name);
  }
  expect(traceOf(errors[2])).toMatch(/^Error ENOENT\n/u);
});

it('says nothing of an error whose message was changed after it was made, and of what is no error', () => {
  const changed = new Error(name);
  changed.message = 'another';
  expect(traceOf(changed)).not.toContain(name);
  expect(traceOf(name)).toBe('string');
  expect(traceOf({ name })).toBe('object');
});
