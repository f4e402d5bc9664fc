import { generateKeyPairSync, sign } from "node:crypto";

/** DER, X.690 §8: a tag, the length of what follows, and that. */
function der(tag: number, ...parts: Uint8Array[]): Buffer {
  const inside = Buffer.concat(parts);
  const { length } = inside;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), inside]);
}

const sequence = (...parts: Uint8Array[]) => der(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, "hex");
const ecdsaWithSha256 = sequence(bytes("06082a8648ce3d040302"));
const commonName = bytes("0603550403");
const alternativeName = bytes("0603551d11");
const basicConstraints = bytes("0603551d13");
/** GeneralizedTime, RFC 5280 §4.1.2.5.2. */
const time = (at: number) => der(0x18, Buffer.from(new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/gu, "")));

function pem(label: string, content: Buffer): string {
  const lines = content.toString("base64").match(/.{1,64}/gu) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join("\n")}\n-----END ${label}-----\n`;
}

/** A new key and a certificate signed with it, for an IPv4 address and a span of time in epoch ms. Both as PEM. */
export function certificate(address: string, [from, to]: [from: number, to: number]): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(0x31, sequence(commonName, der(0x0c, Buffer.from(`${address}, made for a test ${from}`)))));
  const extension = (id: Uint8Array, value: Buffer) => sequence(id, der(0x04, value));
  const extensions = sequence(
    extension(basicConstraints, sequence(der(0x01, bytes("ff")))),
    extension(alternativeName, sequence(der(0x87, Uint8Array.from(address.split("."), Number)))),
  );
  const toSign = sequence(
    der(0xa0, der(0x02, bytes("02"))),
    der(0x02, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    sequence(time(from), time(to)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const signature = der(0x03, bytes("00"), sign("sha256", toSign, privateKey));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: pem("CERTIFICATE", sequence(toSign, ecdsaWithSha256, signature)),
  };
}
