import type { Ask, Desk, Filled, Reply } from "../../core/message/ask.js";
import { fieldFaults, type FieldFault, type Form } from "../../core/message/form.js";
import type { Say } from "../../core/message/words.js";
import type { Command, CommandForm, Heard } from "./table.js";

export interface FormsParts {
  table: readonly Command[];
  /** Asks for rights, in the one place where that is done. */
  permitted: <Result>(ask: Ask, run: (command: Command, heard: Heard) => Promise<Result>) => Promise<Result | Reply>;
}

/** The forms of the command table. What was filled in is held to the form as it would be made now, for who asks now. */
export function createForms({ table, permitted }: FormsParts): Pick<Desk, "hasForm" | "form" | "fill"> {
  return {
    hasForm: ([word = ""]) => table.some(({ name, form }) => name === word.toLowerCase() && form !== undefined),

    form: (ask) => permitted(ask, (command, heard): Promise<Form> => formOf(command).open(ask, heard)),

    async fill(ask, values) {
      const filled = await permitted(ask, async (command, heard): Promise<Filled> => {
        const { open, fill } = formOf(command);
        const form = await open(ask, heard);
        const faults = Object.entries(fieldFaults(form, values));
        if (faults.length === 0) return fill(ask, heard, values, form);
        return {
          kind: "faults",
          faults: Object.fromEntries(faults.map(([name, fault]) => [name, faultText(fault, heard.say)])),
        };
      });
      return "kind" in filled ? filled : { kind: "reply", reply: filled };
    },
  };
}

function formOf({ name, form }: Command): CommandForm {
  if (form === undefined) throw new Error(`${name} has no form`);
  return form;
}

function faultText(fault: FieldFault, say: Say): string {
  return say(`form-${fault}`);
}
