import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** A value of ASN.1 in DER: its tag, its length, what is in it. Source: X.690. */
function der(tag: number, ...inside: readonly Buffer[]): Buffer {
  const content = Buffer.concat(inside);
  const long = content.length > 255 ? [0x82, content.length >> 8, content.length & 255] : [0x81, content.length];
  return Buffer.concat([Buffer.from([tag, ...(content.length < 128 ? [content.length] : long)]), content]);
}

const sequence = (...inside: Buffer[]) => der(0x30, ...inside);
const object = (hex: string) => der(0x06, Buffer.from(hex, 'hex'));
const time = (at: string) => der(0x17, Buffer.from(at));

const commonName = object('550403');
const ecdsaWithSha256 = sequence(object('2a8648ce3d040302'));
const subjectAltName = object('551d11');

function nameOf(name: string): Buffer {
  return sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(name)))));
}

/** A certificate for 127.0.0.1 or another address, signed by itself: whoever takes it as an authority trusts it. */
export function makeCertificate(address = '127.0.0.1'): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const alternatives = sequence(der(0x87, Buffer.from(address.split('.').map(Number))));
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    nameOf(`Waymark test ${address}`),
    sequence(time('240101000000Z'), time('490101000000Z')),
    nameOf(`Waymark test ${address}`),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(subjectAltName, der(0x04, alternatives)))),
  );
  return { cert: pem(toBeSigned, privateKey), key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() };
}

function pem(toBeSigned: Buffer, key: KeyObject): string {
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, key));
  const base64 = sequence(toBeSigned, ecdsaWithSha256, signature).toString('base64');
  return `-----BEGIN CERTIFICATE-----\n${base64.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`;
}
