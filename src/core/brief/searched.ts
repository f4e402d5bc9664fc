import type { Fields } from "../match/topic.js";
import type { Brief } from "./schema.js";

/** What of a story is searched: all its words while they are kept, then what its post shows. */
export function searchedFields({ title, language, text, lead, attendees, decisions }: Brief): Fields {
  const whole = text.startsWith(title) ? text.slice(title.length).trimStart() : text;
  if (text !== "") return { title, body: whole, language };
  const people = attendees.map((person) => [person.name, person.title ?? ""].join(", "));
  return { title, body: [lead ?? "", ...decisions.map((one) => one.text), ...people].join("\n\n"), language };
}
