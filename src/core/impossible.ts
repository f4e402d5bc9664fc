/** The end of a switch over a union: a member without a case is a compile error here, and a bug if it comes from outside. */
export function impossible(value: never): never {
  throw new Error(`no case for ${JSON.stringify(value)}`);
}
