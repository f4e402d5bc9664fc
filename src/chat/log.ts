/** What messengers and listeners log to; pino's logger is one. Facts first, then what happened. */
export interface Log {
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}
