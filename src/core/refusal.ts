/**
 * The one error whose message a user may read: it names the thing at fault and the cure.
 * Everything else that is thrown is a bug, caught once per feed or per delivery and logged.
 */
export class Refusal extends Error {
  override name = "Refusal";
}
