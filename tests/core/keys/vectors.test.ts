import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';

import { expect, it } from 'vitest';

import { checkCrypto } from '#core/store/check-crypto.ts';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(/\s/g, ''), 'hex');

it.each([
  [
    '',
    '',
    16,
    1,
    1,
    '77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442fcd0069ded0948f8326a753a0fc81f17e8d3e0fb2e0d3628cf35e20c38d18906',
  ],
  [
    'password',
    'NaCl',
    1024,
    8,
    16,
    'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640',
  ],
  [
    'pleaseletmein',
    'SodiumChloride',
    16_384,
    8,
    1,
    '7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
  ],
])('scrypt as in RFC 7914, section 12: %j, %j, N = %i', (secret, salt, N, r, p, expected) => {
  expect(scryptSync(secret, salt, 64, { N, r, p, maxmem: 64 * 1024 * 1024 }).toString('hex')).toBe(expected);
});

/** The AES-256 test cases 13 to 16 of the GCM specification, which NIST took over: key, nonce, additional, plain, sealed, tag. */
const zeros = '00'.repeat(32);
const key = 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308';
const plain =
  'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b391aafd255';
const sealed =
  '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662898015ad';
it.each([
  [13, zeros, '00'.repeat(12), '', '', '', '530f8afbc74536b9a963b4f1c4cb738b'],
  [
    14,
    zeros,
    '00'.repeat(12),
    '',
    '00'.repeat(16),
    'cea7403d4d606b6e074ec5d3baf39d18',
    'd0d1c8a799996bf0265b98b5d48ab919',
  ],
  [15, key, 'cafebabefacedbaddecaf888', '', plain, sealed, 'b094dac5d93471bdec1a502270e3cc6c'],
  [
    16,
    key,
    'cafebabefacedbaddecaf888',
    'feedfacedeadbeeffeedfacedeadbeefabaddad2',
    plain.slice(0, 120),
    sealed.slice(0, 120),
    '76fc6ece0f4e1768cddf8853bb2d551b',
  ],
])('AES-256-GCM, test case %i, both ways', (_case, givenKey, nonce, additional, text, expected, tag) => {
  const cipher = createCipheriv('aes-256-gcm', hex(givenKey), hex(nonce), { authTagLength: 16 });
  cipher.setAAD(hex(additional));
  expect(Buffer.concat([cipher.update(hex(text)), cipher.final()]).toString('hex')).toBe(expected);
  expect(cipher.getAuthTag().toString('hex')).toBe(tag);
  const decipher = createDecipheriv('aes-256-gcm', hex(givenKey), hex(nonce), { authTagLength: 16 });
  decipher.setAAD(hex(additional));
  decipher.setAuthTag(hex(tag));
  expect(Buffer.concat([decipher.update(hex(expected)), decipher.final()]).toString('hex')).toBe(text);
});

it('the check at the start finds this computer sound', async () => {
  await expect(checkCrypto()).resolves.toBeUndefined();
});
