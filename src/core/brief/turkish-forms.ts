import { perForm } from "./forms.js";

/*
 * Turkish verb forms by rule: vowel harmony, d/t, buffer letters. Only forms that say "it happened" are made, so a
 * negated (`imzalanmadı`), planned (`imzalanacak`) or conditional form (`imzalanırsa`) can never be taken for one.
 */

/**
 * `past` imzalandı · `participle` imzalanan · `fact` imzalandığı · `factObject` imzalandığını · `while` imzalanırken ·
 * `converb` imzalanarak · `after` imzalanmasının, imzalanmasıyla
 */
export type Shape = "past" | "participle" | "fact" | "factObject" | "while" | "converb" | "after";

const vowels = "aıoueiöü";
const voiceless = "fstkçşhp";
const high: Record<string, string> = { a: "ı", ı: "ı", e: "i", i: "i", o: "u", u: "u", ö: "ü", ü: "ü" };

function lastVowel(word: string): string {
  for (let at = word.length - 1; at >= 0; at -= 1) if (vowels.includes(word.charAt(at))) return word.charAt(at);
  return "e";
}

const highAfter = (word: string) => high[lastVowel(word)] ?? "i";
const lowAfter = (word: string) => ("aıou".includes(lastVowel(word)) ? "a" : "e");
const endsInVowel = (word: string) => vowels.includes(word.charAt(word.length - 1));
/** `et` softens before a vowel: eden, ederken. */
const soft = (stem: string) => (stem === "et" || stem.endsWith("vret") ? `${stem.slice(0, -1)}d` : stem);

/** `imzalan` → `imzalandı`. */
export function pastOf(stem: string): string {
  return `${stem}${voiceless.includes(stem.charAt(stem.length - 1)) ? "t" : "d"}${highAfter(stem)}`;
}

/** All forms of a stem that say that it happened, with their shape. */
export function verbForms(stem: string): [form: string, shape: Shape][] {
  const past = pastOf(stem);
  const plural = lowAfter(past) === "a" ? "lar" : "ler";
  const owner = highAfter(past);
  const low = lowAfter(stem);
  const before = endsInVowel(stem) ? `${stem}y` : soft(stem);
  const evidential = `${stem}m${highAfter(stem)}ş`;
  const link = `t${highAfter(evidential)}r`;
  const noun = `${stem}m${low}s${high[low] ?? "i"}`;
  const aorists = endsInVowel(stem) ? [`${stem}r`] : [`${soft(stem)}${highAfter(stem)}r`, `${soft(stem)}${low}r`];
  return [
    [past, "past"],
    [`${past}${plural}`, "past"],
    [`${evidential}${link}`, "past"],
    [`${evidential}${plural}d${high[low] ?? "i"}r`, "past"],
    [`${before}${low}n`, "participle"],
    [`${past}ğ${owner}`, "fact"],
    [`${past}k${plural}${high[low] ?? "i"}`, "fact"],
    [`${past}ğ${owner}n${owner}`, "factObject"],
    [`${past}k${plural}${high[low] ?? "i"}n${high[low] ?? "i"}`, "factObject"],
    ...aorists.map((aorist): [string, Shape] => [`${aorist}ken`, "while"]),
    [`${before}${low}r${low}k`, "converb"],
    [`${before}${highAfter(stem)}p`, "converb"],
    [`${noun}n${high[low] ?? "i"}n`, "after"],
    [`${noun}nd${low}n`, "after"],
    [`${noun}yl${low}`, "after"],
  ];
}

/** Words that end like a past tense and are none. */
const notPast = new Set(
  "adı kadı şimdi kendi efendi maddi yedi ciddi dördü hindi cildi kaydı dostu testi üstü çifti postu kastı beldi ordu yurdu derdi ardı haddi ebedi abidi beşti şefti yardı ödü sudü südü kürdü vakti nakdi akdi zaptı zabtı hattı şartı paktı tahtı bahtı cuntası kendileri sevdi".split(
    " ",
  ),
);
const pastEnding = /(?:[çfhkpsşt]t|[^çfhkpsşt]d)[ıiuü](?:l[ae]r)?$/u;
const otherFinite = /(?:[ae]ca[k]|[ae]cek|[ae]c[ae]kl[ae]r|[ıiuü]yor|[ıiuü]yorl[ae]r|m[ıiuü]şt[ıiuü]r?)$/u;

/** Whether a word looks like the verb of a main clause (`imzalandı`, `genişletecek`, `sürüyor`). */
export function looksFinite(key: string): boolean {
  if (key.length < 4 || !"ıiuürk".includes(key.charAt(key.length - 1))) return false;
  return (pastEnding.test(key) && !notPast.has(key)) || otherFinite.test(key);
}

/** The same of a word, for whoever asks of each word of a sentence. */
export const isFiniteVerb = perForm(({ key }) => looksFinite(key));

const passiveParticiple = /(?:[ıiuü]l|[ıiuüae]n|y|[lr]|t|d)[ae]n$/u;

/** Whether a word may be a participle in -An (`düzenlenen`, `katılan`): loose, for finding where a clause begins. */
export function looksParticiple(key: string): boolean {
  return key.length >= 5 && passiveParticiple.test(key);
}

const notFuture = new Set(["gelecek", "yiyecek", "içecek", "giyecek", "yakacak"]);
const futureForm = /^(.{2,}?)(?:y?[ae]ca[k]|y?[ae]cek)(?:l[ae]r)?(?:t[ıi]r)?$/u;

/** The stem of a verb in the future (`genişletecekler` → `genişlet`, `almayacak` → `alma`), null for other words. */
export function futureStem(key: string): string | null {
  const stem = futureForm.exec(key)?.[1];
  return stem === undefined || notFuture.has(key) ? null : stem;
}

const activeInN = new Set(
  "kullan kazan dayan uzan öğren güven dön sun bulun ağırlan yan in kon sın dayan savun düşün tanın dinlen yararlan faydalan görün ilgilen kalkın".split(
    " ",
  ),
);

/** Whether a stem is passive (`sağlan`, `veril`): its clause needs no subject from before. */
export function isPassive(stem: string): boolean {
  if (/(?:[ıiuü]l|[ıiuüae]n)m[ae]$/u.test(stem)) return isPassive(stem.slice(0, -2));
  if (activeInN.has(stem)) return false;
  return /(?:[ıiuü]l|[ıiuüae]n)$/u.test(stem) && stem.length > 3;
}

/** Nouns that end like a genitive and are none. */
const notGenitive = new Set("metin zemin kadın altın basın yayın yakın bütün ürün kanun gün son".split(" "));

/** `bildirinin` → `bildiri`, `Yılmaz'ın` → `Yılmaz`, `protokolünün` → `protokolü`; null if the word is no genitive. */
export function withoutGenitive(text: string): string | null {
  const apostrophe = /^(.+)['’‘ʼ´`](?:n?[ıiuü]n)$/u.exec(text)?.[1];
  if (apostrophe !== undefined) return apostrophe;
  if (notGenitive.has(text.toLocaleLowerCase("tr"))) return null;
  const afterVowel = /^(.{2,}[aıoueiöü])n[ıiuü]n$/u.exec(text)?.[1];
  if (afterVowel !== undefined) return afterVowel;
  const afterConsonant = /^(.{2,}[^aıoueiöü'’])[ıiuü]n$/u.exec(text)?.[1];
  if (afterConsonant === undefined) return null;
  return afterConsonant.endsWith("ğ") ? `${afterConsonant.slice(0, -1)}k` : afterConsonant;
}

const ownedCases = "nda nde ndan nden na ne nı ni nu nü nın nin nun nün yla yle".split(" ");
const bareCases =
  "da de ta te dan den tan ten a e ya ye ı i u ü yı yi yu yü ın in un ün nın nin nun nün la le yla yle".split(" ");
const owners = new Set("sı si su sü ı i u ü ları leri".split(" "));

/** The base form of a noun that begins with `stem`: `protokolüyle` → `protokolü`, `bildiride` → `bildiri`. */
export function nominative(text: string, stem: string): string {
  const apostrophe = text.search(/['’‘ʼ´`]/u);
  if (apostrophe > 0) return text.slice(0, apostrophe);
  const rest = text.slice(stem.length).toLocaleLowerCase("tr");
  const head = text.slice(0, stem.length);
  if (owners.has(rest) && !(rest.length === 1 && !endsInVowel(stem) && stem.endsWith("metn"))) return text;
  for (const ending of ownedCases) {
    const owner = rest.slice(0, -ending.length);
    if (rest.endsWith(ending) && owners.has(owner)) return head + text.slice(stem.length, stem.length + owner.length);
  }
  for (const ending of bareCases) {
    const number = rest.slice(0, -ending.length);
    if (rest.endsWith(ending) && (number === "" || number === "lar" || number === "ler")) {
      return head + text.slice(stem.length, stem.length + number.length);
    }
  }
  return text;
}

const nounEndings = new Set<string>();
for (const number of ["", "lar", "ler"]) {
  for (const owner of ["", ..."sı si su sü ı i u ü".split(" ")]) {
    nounEndings.add(number + owner);
    for (const ending of owner === "" ? bareCases : [...ownedCases, ...bareCases.filter((one) => one.length > 3)]) {
      nounEndings.add(number + owner + ending);
      if (/[dt][ae]$/u.test(ending)) nounEndings.add(`${number}${owner}${ending}ki`);
    }
  }
}

/** Whether `key` is the noun `stem` with a case, plural or possessive ending (`bildiri`: bildirisinde, not bildirildi). */
export function isNounForm(key: string, stem: string): boolean {
  if (!key.startsWith(stem)) return false;
  const rest = key.slice(stem.length);
  const apostrophe = rest.indexOf("'");
  return nounEndings.has(apostrophe < 0 ? rest : rest.slice(0, apostrophe));
}
