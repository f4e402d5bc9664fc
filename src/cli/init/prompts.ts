import { Refusal } from "../../core/refusal.js";

/** Something to be answered with one line. */
export interface Question {
  /** What stands for the answer where nobody can be asked: a variable, an option. */
  name: string;
  text: string;
  /** What helps to answer, in grey behind the question. */
  hint: string;
  /** Is not shown while it is written. */
  secret: boolean;
  /** What is wrong with an answer and what helps; null for a good one, which may be empty. */
  fault: (answer: string) => string | null;
}

/** Whoever answers: a person at a terminal, or what was given beforehand. */
export interface Prompts {
  /** A trimmed answer without fault; empty where the question was left out. */
  ask(question: Question): Promise<string>;
  /** Whether to do something that nothing obliges to. */
  agree(what: string): Promise<boolean>;
  /** Tells what was done. */
  tell(text: string): void;
  /** Tells that an answer is of no use, before it is asked for again. Throws a `Refusal` where it cannot be. */
  refuse(question: Question, why: string): void;
  /** Tells what one waits for. */
  during<T>(what: string, work: () => Promise<T>): Promise<T>;
}

/** Answers that were given beforehand, by name; `yes` agrees to whatever would be asked. */
export function givenAnswers(
  given: Readonly<Record<string, string | undefined>>,
  yes: boolean,
  write: (text: string) => void,
): Prompts {
  return {
    async ask({ name, fault }) {
      const answer = (given[name] ?? "").trim();
      const wrong = fault(answer);
      if (wrong !== null) throw new Refusal(`${name}: ${wrong}`);
      return answer;
    },
    async agree(what) {
      if (!yes) throw new Refusal(`${what} Nobody can be asked here: --yes agrees. Nothing was changed.`);
      return true;
    },
    tell: (text) => write(`${text}\n`),
    refuse({ name }, why) {
      throw new Refusal(`${name}: ${why}`);
    },
    during: (_what, work) => work(),
  };
}
