import type { Word } from "../event-words.js";
import type { Role } from "../lexicon-people.js";
import { missionCountry } from "./foreign-towns.js";
import type { Mention } from "./mention.js";
import { phraseOf } from "./phrases.js";
import { Tag } from "./tag.js";
import { saysAnywhere } from "./says-anywhere.js";
import { isOrigin, representing } from "./turkish-shared.js";
import type { Scene } from "./turkish-runs.js";
import { isEventWord } from "./turkish-runs.js";

/** Case endings behind the apostrophe of a name, and what the person then is to the verb. */
const cases: [RegExp, Role | "other"][] = [
  [/^(?:y?l[ae])$/u, "with"],
  [/^(?:n?[ıiuü]n)$/u, "owner"],
  [/^(?:n?[dt][ae]n)$/u, "from"],
  // `Ali Kaya'da katıldı`: a slip for `Ali Kaya da`; nobody is a place.
  [/^(?:n?[dt][ae])$/u, "subject"],
  [/^(?:[yn]?[ae])$/u, "to"],
  [/^(?:[yn]?[ıiuü])$/u, "object"],
  [/^(?:[dt][ıiuü]r)$/u, "other"],
];

const concerned = /^(?:kurum|kuruluş|birim|yetkili|bakanlık|daire|müdür|personel|kişi|taraf|isim|paydaş)/u;

/** Behind `ile`: spoken of, not with. */
const aside = new Set(["olan", "alakalı", "ilgili", "yaşadığı", "evli"]);

/** What a person is to the words that follow, by case ending or by the word behind the name. */
export function readRole({ words, tags, lexicon }: Scene, mention: Mention): Role | "passing" | "other" {
  const last = words[mention.to - 1];
  const next = words[mention.to];
  const after = words[mention.to + 1];
  const suffix = last === undefined ? "" : last.key.slice(last.base.length + 1);
  if (suffix !== "" && mention.end < (last?.end ?? 0)) {
    const role = cases.find(([form]) => form.test(suffix))?.[1] ?? "other";
    if (role === "subject" && mention.short) return "other";
    if (role === "owner" && next?.key === "yanı" && after?.key === "sıra") return "subject";
    if (role === "object" && (next?.key === "temsilen" || next?.key === "vekaleten")) return "passing";
    if (role === "owner" && (next?.key === "yerine" || next?.key === "adına")) return "passing";
    return role;
  }
  if (next === undefined) return "subject";
  if (next.key === "ile" || next.key === "ila") {
    // `Can Us ile ilgili kurumların temsilcileri katıldı` is a list.
    const list = after?.key === "ilgili" && concerned.test(words[mention.to + 2]?.key ?? "");
    return aside.has(after?.key ?? "") && !list ? "passing" : "with";
  }
  if (next.key === "tarafından" || next.key === "tarafınca") return "by";
  if (next.quoted) return "subject";
  if (next.key === "gibi" && isExample(words, mention.to + 1)) return "subject";
  if (!next.capital && lexicon.passing.has(next.key)) return "passing";
  // `Can Us ve kendi şiirleri`
  if (next.key === "ve" && after?.key === "kendi") return "passing";
  // A venue, a prize, a school named after somebody: `Haydar Aliyev Merkezi` is one stretch of capitals.
  // But `Can Us Türk Devletleri Teşkilatını ziyaret etti`: no house bears both names.
  if (next.capital && lexicon.institutions.has(next.base)) {
    const another = ((tags[mention.to] ?? 0) & (Tag.country | Tag.organisation)) !== 0;
    return another || opensTitle(tags, mention.to) ? "subject" : "passing";
  }
  const tail = next.key === "ve" ? tailRole(words, mention.to + 1) : null;
  if (tail !== null) return tail;
  // `X ve beraberindekileri kabul etti`
  const company = next.key === "ve" ? /^beraberindekiler(.*)$/u.exec(after?.key ?? "")?.[1] : undefined;
  if (company !== undefined && company !== "") return company === "i" ? "object" : company === "in" ? "owner" : "with";
  // `X ve beraberindeki heyeti kabul etti`: the case is the delegation's.
  if (next.key === "ve" && after?.key === "beraberindeki") {
    const heads = words[mention.to + 2]?.key ?? "";
    if (words[mention.to + 3]?.key === "tarafından") return "by";
    if (/(?:yet|kip|ler|lar|gr)[ıi]y?l[ae]$/u.test(heads) || words[mention.to + 3]?.key === "ile") return "with";
    return /(?:yeti|kibi|l[ae]r[ıi]n?[ıi]?)$/u.test(heads) ? "object" : "subject";
  }
  return "subject";
}

const guests = /^(?:yetkili|isim|temsilci|bürokrat|siyasetçi|konuk|davetli|lider|bakan|diplomat)l[ae]r$/u;

/** `Vali X gibi üst düzey yetkililer de yer aldı`: X was one of them. */
function isExample(words: readonly Word[], from: number): boolean {
  for (let at = from; at < from + 5; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== "word" || word.capital) return false;
    if (guests.test(word.key)) return true;
  }
  return false;
}

const others = /^(?:diğer|bazı|çok|ilgili)$/u;
const tails: [RegExp, Role][] = [
  [/l[ae]r[ıi]n[ıi]?n$/u, "owner"],
  [/l[ae]r[ıi]?yl[ae]$/u, "with"],
  [/l[ae]r[ıi]$/u, "object"],
];

/** `X ve diğer yetkililer tarafından`: of a list with a tail of unnamed people the tail says what they are; null for none. */
function tailRole(words: readonly Word[], from: number): Role | null {
  if (!others.test(words[from]?.key ?? "")) return null;
  for (let at = from + 1; at < from + 6; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== "word" || word.capital) return null;
    if (word.key === "tarafından") return "by";
    if (!/l[ae]r/u.test(word.key)) continue;
    const behind = words[at + 1]?.key;
    if (behind === "ile" || behind === "tarafından") return behind === "ile" ? "with" : "by";
    return tails.find(([form]) => form.test(word.key))?.[1] ?? null;
  }
  return null;
}

/** `Can Us Türkiye Büyük Millet Meclisi Başkanı Ece Al`: the next of a list without a comma, no house named after the first. */
function opensTitle(tags: readonly number[], from: number): boolean {
  const inside = Tag.institution | Tag.organisation | Tag.country | Tag.city | Tag.head;
  for (let at = from; at < from + 8 && ((tags[at] ?? 0) & inside) !== 0; at += 1) {
    const behind = tags[at + 1] ?? 0;
    if (((tags[at] ?? 0) & Tag.head) !== 0 && (behind & Tag.capital) !== 0 && (behind & inside) === 0) return true;
  }
  return false;
}

/** `Kazakistan'dan Dr. X`, `Azerbaycan adına X`, `Bakanı temsilen X`: country and represented of a list item. */
export function readOpening(scene: Scene, mention: Mention, mentions: readonly Mention[], text: string) {
  const { words, tags, lexicon } = scene;
  let at = mention.from - 1;
  if (words[at]?.text === ",") at -= 1;
  const word = words[at];
  if (word === undefined) return;
  if (word.key === "adına" || word.key === "temsilen" || word.key === "yerine") {
    const absent = endingAt(mentions, at);
    let from = absent?.from ?? partFrom(words, at);
    while (from < at && words[from]?.capital === false) from += 1;
    // `Belgeyi Türkiye adına …`: a sentence's first word is a capital by its place.
    if (from === 0 && at > 1 && ((tags[0] ?? 0) & ~(Tag.capital | Tag.suffix)) === 0) from += 1;
    // `İmza törenine Ak Vakfı adına …`
    for (let index = from; index < at; index += 1)
      if (words[index]?.capital === false && isEventWord(words[index]?.base ?? "", lexicon)) from = index + 1;
    const first = words[from];
    const last = words[at - 1];
    if (first === undefined || last === undefined || from >= at) return;
    const cut = last.key.length > last.base.length ? last.start + last.base.length : last.end;
    mention.represents =
      absent === undefined
        ? text.slice(first.start, Math.max(cut, first.start + 1))
        : text.slice(absent.start, absent.end);
    for (let index = from; index < at && mention.fromCountry === null; index += 1) {
      mention.fromCountry = phraseOf(words, index, lexicon.countries)?.value.code ?? null;
    }
    // `Semerkant Valisi A'yı temsilen B`
    if (mention.fromCountry === null && absent !== undefined)
      mention.fromCountry = phraseOf(words, absent.titleFrom, lexicon.cities)?.value ?? null;
    return;
  }
  if (word.key === "ise" && at > 0) at -= 1;
  const named = words[at] ?? word;
  if (
    ((tags[at] ?? 0) & (Tag.country | Tag.city)) !== 0 &&
    /['’‘ʼ´`][yn]?[ıiuü]$/u.test(named.text) &&
    saysAnywhere(words, representing)
  ) {
    // `Azerbaycan'ı Bakan X temsil etti`
    mention.represents = named.text.slice(0, named.base.length);
    mention.fromCountry =
      lexicon.countries.get(named.base)?.[0]?.value.code ?? lexicon.cities.get(named.base)?.[0]?.value ?? null;
    return;
  }
  const mission = missionCountry(words, at, lexicon);
  if (mission !== null) {
    mention.fromCountry = mission;
    return;
  }
  if (((tags[at] ?? 0) & Tag.country) !== 0 && /['’‘ʼ´`][dt][ae](?:n|ki)$/u.test(word.text)) {
    mention.fromCountry = lexicon.countries.get(word.base)?.[0]?.value.code ?? null;
    return;
  }
  // `Kazakistan'dan gelen ekibe ise Albay X başkanlık etti`
  for (let back = at; back > Math.max(0, at - 6) && words[back]?.kind === "word"; back -= 1) {
    if (!/^(?:gelen|katılan)$/u.test(words[back]?.key ?? "") || !isOrigin(words[back - 1], tags[back - 1] ?? 0))
      continue;
    mention.fromCountry = lexicon.countries.get(words[back - 1]?.base ?? "")?.[0]?.value.code ?? null;
    return;
  }
}

/** The mention that ends right before a word; they stand in the order of the text. */
function endingAt(mentions: readonly Mention[], at: number): Mention | undefined {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.to ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return mentions[low]?.to === at ? mentions[low] : undefined;
}

/** Where the part of a list begins that ends before `at`. */
function partFrom(words: readonly Word[], at: number): number {
  let from = at;
  while (from > 0 && at - from < 8 && words[from - 1]?.kind === "word" && words[from - 1]?.key !== "ve") from -= 1;
  return from;
}
