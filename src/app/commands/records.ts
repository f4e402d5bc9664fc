import type { Block, Message, Span } from "../../core/message/message.js";
import { dayText, timeText } from "../../core/message/dates.js";
import { decisionSpans, headline, placeText } from "../../core/message/posts.js";
import { titleText } from "../../core/message/people.js";
import { replacing, textReply } from "../../core/message/reply.js";
import type { StoryView } from "../../core/message/view.js";
import type { Say, Tongue } from "../../core/message/words.js";
import { Refusal } from "../../core/refusal.js";
import type { Attended, Person } from "../../store/people.js";
import type { Store } from "../../store/store.js";
import { chosenTopics } from "./find-topic.js";
import { pageButtons, takeNumber, takeSkip } from "./paging.js";
import { prefixOf, type Command, type Heard } from "./table.js";

interface RecordParts {
  store: Pick<Store, "chats" | "decided" | "people" | "topics">;
}

const perPage = 5;
/** So many bearers of one name are offered; who has more to choose from writes more of the name. */
const mostPeople = 10;
const day = 24 * 60 * 60_000;
const usualDays = 30;
const mostDays = 3_650;

/** `/who` and `/decisions`: what the stories tell of people and of decisions. */
export function recordCommands({ store }: RecordParts): Command[] {
  async function topicIds(chat: string): Promise<string[]> {
    return (await store.topics.seenBy(chat)).map(({ id }) => id);
  }

  async function meetings(person: Person, topics: readonly string[], skip: number, { language, say }: Heard) {
    const found = await store.people.meetings(person.id, { topics, skip, count: perPage + 1 });
    const page = { skip, perPage, more: found.length > perPage };
    const action = (from: number) => `met ${person.id} @${from}`;
    const title = say("who-title", { name: person.name, count: person.meetings });
    const items = found.slice(0, perPage).map((one) => meetingLine(one, language, say));
    const buttons = pageButtons(page, action, say);
    return replacing(listMessage(language, title, [{ type: "list", label: null, items, rest: null }, ...buttons]));
  }

  return [
    {
      name: "who",
      who: "anyone",
      args: "arguments-name",
      summary: "command-who",
      async run({ chat }, heard) {
        const { language, say } = heard;
        const name = heard.args.map(withoutEnding).join(" ");
        if (name === "") throw new Refusal(say("who-empty", { command: `${prefixOf(chat)}who` }));
        const topics = await topicIds(chat);
        const people = await store.people.named(name, topics);
        const [first, second] = people;
        if (first === undefined) throw new Refusal(say("who-none", { name: heard.args.join(" ") }));
        if (second === undefined) return meetings(first, topics, 0, heard);
        return replacing(choice(people, language, say));
      },
    },
    {
      name: "met",
      who: "anyone",
      args: "",
      summary: "command-who",
      hidden: true,
      async run({ chat }, heard) {
        const { skip, rest } = takeSkip(heard.args);
        const topics = await topicIds(chat);
        const person = await store.people.find(rest.join(" "), topics);
        if (person === undefined) throw new Refusal(heard.say("who-gone"));
        return meetings(person, topics, skip, heard);
      },
    },
    {
      name: "decisions",
      who: "anyone",
      args: "arguments-decisions",
      summary: "command-decisions",
      async run({ chat }, { args, language, say, now }) {
        const { skip, rest } = takeSkip(args);
        const { number, rest: named } = takeNumber(rest);
        const days = Math.max(1, Math.min(mostDays, number ?? usualDays));
        const topics = (await chosenTopics(named, chat, store, language, say)).map(({ id }) => id);
        const ids = named.length === 0 ? [] : topics;
        const since = now - days * day;
        const found = await store.decided({ topics, since, skip, count: perPage + 1 });
        if (found.length === 0) return replacing(textReply(language, say("decisions-none", { days })));
        const page = { skip, perPage, more: found.length > perPage };
        const action = (from: number) => ["decisions", ...ids, days, `@${from}`].join(" ");
        const stories = found.slice(0, perPage).flatMap((view) => decidedBlocks(view, language, say));
        return replacing(
          listMessage(language, say("decisions-title", { days }), [...stories, ...pageButtons(page, action, say)]),
        );
      },
    },
  ];
}

/** `Kaya'nın` names Kaya. */
function withoutEnding(word: string): string {
  return word.replace(/(?<=\p{L}{2})['’]\p{Ll}{1,5}$/u, "");
}

function listMessage(language: Tongue, title: string, blocks: Block[]): Message {
  const heading: Block = { type: "heading", text: [{ type: "text", text: title }] };
  return { language, preview: null, blocks: [heading, ...blocks] };
}

function choice(people: readonly Person[], language: Tongue, say: Say): Message {
  const shown = people.slice(0, mostPeople);
  const left = people.length - shown.length;
  const buttons = shown.map(({ id, name, meetings }) => ({
    label: say("who-person", { name, count: meetings }),
    action: `met ${id}`,
  }));
  const note: Block[] =
    left === 0 ? [] : [{ type: "paragraph", text: [{ type: "text", text: say("who-more", { count: left }) }] }];
  return listMessage(language, say("who-choose"), [...note, { type: "buttons", buttons }]);
}

/** When the story says that it was, else when it was told. */
function dateText({ brief, published, updated }: StoryView, language: Tongue, say: Say): string {
  if (brief.date !== null) return dayText(brief.date, language);
  const time = published ?? updated;
  return time === null ? "" : timeText(time, language, say);
}

/** `19 Kasım 2025 — headline · office then · place · host`. */
function meetingLine({ view, attendee }: Attended, language: Tongue, say: Say): Span[] {
  const { part } = attendee;
  const date = dateText(view, language, say);
  const own = titleText(attendee, view.brief, language).title;
  const place = view.brief.place === null ? "" : placeText(view.brief.place, language);
  const marks = part === "present" ? "" : say(`part-${part}`);
  const rest = [own, place, marks].filter((one) => one !== "").join(" · ");
  return [
    { type: "bold", text: date },
    { type: "text", text: date === "" ? "" : " — " },
    headline(view),
    { type: "text", text: rest === "" ? "" : ` · ${rest}` },
  ];
}

function decidedBlocks(view: StoryView, language: Tongue, say: Say): Block[] {
  const date = dateText(view, language, say);
  const title: Span[] = [headline(view), { type: "text", text: date === "" ? "" : ` · ${date}` }];
  const items = view.brief.decisions.map((decision) => decisionSpans(decision, view.brief.language, language, say));
  return [
    { type: "paragraph", text: title },
    { type: "list", label: null, items, rest: null },
  ];
}
