import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, scrypt } from 'node:crypto';

import { AppError } from '#shared/contract/errors.ts';

import { agreedSecret, publicKeyOf } from './key-pair-slots.ts';

type Check = () => Promise<boolean> | boolean;

function bytes(hex: string): Buffer {
  return Buffer.from(hex.replaceAll(/\s/g, ''), 'hex');
}

/** Test case 16 of the GCM specification (McGrew and Viega), which NIST took over: AES-256 with additional data. */
const gcm = {
  key: bytes('feffe9928665731c6d6a8f9467308308 feffe9928665731c6d6a8f9467308308'),
  nonce: bytes('cafebabefacedbaddecaf888'),
  additional: bytes('feedfacedeadbeeffeedfacedeadbeef abaddad2'),
  plaintext: bytes(
    `d9313225f88406e5a55909c5aff5269a 86a7a9531534f7da2e4c303d8a318a72
     1c3c0c95956809532fcf0e2449a6b525 b16aedf5aa0de657ba637b39`,
  ),
  ciphertext: bytes(
    `522dc1f099567d07f47f37a32a84427d 643a8cdcbfe5c0c97598a2bd2555d1aa
     8cb08e48590dbb3da7b08b1056828838 c5f61e6393ba7a0abcc9f662`,
  ),
  tag: bytes('76fc6ece0f4e1768cddf8853bb2d551b'),
};

function openGcm(ciphertext: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', gcm.key, gcm.nonce, { authTagLength: 16 });
  decipher.setAAD(gcm.additional);
  decipher.setAuthTag(gcm.tag);
  const plaintext = decipher.update(ciphertext);
  try {
    decipher.final();
    return plaintext;
  } catch {
    return null;
  }
}

/** What this program asks of the built-in cryptography, with an answer that is published for each. */
const checks: Readonly<Record<string, Check>> = {
  'sha-256': () =>
    // FIPS 180-4, "abc"
    createHash('sha256')
      .update('abc')
      .digest()
      .equals(bytes('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')),
  'hmac-sha-256': () =>
    // RFC 4231, test case 2
    createHmac('sha256', 'Jefe')
      .update('what do ya want for nothing?')
      .digest()
      .equals(bytes('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')),
  'hkdf-sha-256': () =>
    // RFC 5869, test case 1
    Buffer.from(
      hkdfSync(
        'sha256',
        Buffer.alloc(22, 0x0b),
        bytes('000102030405060708090a0b0c'),
        bytes('f0f1f2f3f4f5f6f7f8f9'),
        42,
      ),
    ).equals(bytes('3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865')),
  'aes-256-gcm': () => {
    const cipher = createCipheriv('aes-256-gcm', gcm.key, gcm.nonce, { authTagLength: 16 });
    cipher.setAAD(gcm.additional);
    const sealed = Buffer.concat([cipher.update(gcm.plaintext), cipher.final()]);
    return sealed.equals(gcm.ciphertext) && cipher.getAuthTag().equals(gcm.tag);
  },
  'aes-256-gcm opens': () => openGcm(gcm.ciphertext)?.equals(gcm.plaintext) === true,
  'aes-256-gcm refuses': () => {
    const changed = Buffer.from(gcm.ciphertext);
    changed.writeUInt8(changed.readUInt8(7) ^ 1, 7);
    return openGcm(changed) === null;
  },
  scrypt: async () => {
    // RFC 7914, section 12, the second vector
    const key = await new Promise<Buffer>((resolve, reject) => {
      const cost = { N: 1024, r: 8, p: 16, maxmem: 64 * 1024 * 1024 };
      scrypt('password', 'NaCl', 64, cost, (error, found) => (error ? reject(error) : resolve(found)));
    });
    return key.equals(
      bytes(
        `fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162
         2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640`,
      ),
    );
  },
  x25519: () => {
    // RFC 7748, section 6.1
    const alice = bytes('77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a');
    const alicePublic = bytes('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a');
    const bob = bytes('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb');
    const bobPublic = bytes('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f');
    const shared = bytes('4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742');
    return (
      publicKeyOf(alice).equals(alicePublic) &&
      publicKeyOf(bob).equals(bobPublic) &&
      agreedSecret(alice, bobPublic).equals(shared) &&
      agreedSecret(bob, alicePublic).equals(shared)
    );
  },
};

async function checkAll(): Promise<void> {
  for (const [name, check] of Object.entries(checks)) {
    const sound = await Promise.resolve()
      .then(check)
      .catch(() => false);
    if (!sound) throw new AppError('crypto-unsound', `The built-in cryptography fails at ${name}`, { check: name });
  }
}

let checked: Promise<void> | undefined;

/**
 * Computes published vectors with the cryptography that this program runs on, once; about 60 ms. Rejects with
 * `crypto-unsound`, whose detail names the first that does not come out, so that nothing is sealed that no other program
 * could open.
 */
export function checkCrypto(): Promise<void> {
  checked ??= checkAll();
  return checked;
}
