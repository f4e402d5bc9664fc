/** What a word of a language in Latin letters looks like: its small words weigh two, its shapes as given: letters of its own weigh more. */
interface Look {
  small: ReadonlySet<string>;
  shape: RegExp;
  weight: number;
}

const words = (list: string): Set<string> => new Set(list.split(/\s+/u));

const looks: Record<string, Look> = {
  tr: {
    small: words("ve bir bu için ile da de olarak olan sonra göre kadar çok en daha ise gibi şu ne mi mı"),
    shape: /[ışğ]|(?:l[ae]r|[dt][ae]n|n[ıiuü]n|yor|[dt][ıiuü]|m[ıiuü]ş|m[ae]s[ıi]|l[ae]r[ıi]|s[ıi]nd[ae]|['’][dt][ae])$/u,
    weight: 1,
  },
  en: {
    small: words(
      `the of and to for with was is are were by from that has have had be been as it its an at he she his her they their this not after over
      who which will would said says or but no than into about amid us more in two`,
    ),
    shape: /w|x|th|[bcdfgt]l[ey]$|ck|sh|ph|ee|oo|ough|tion|(?:ed|ing|ly|ies|ous|ment|ity|ians?|[ea]nces?|tive)$|['’]s$|s['’]$/u,
    weight: 1,
  },
  az: { small: words("və ilə üçün bu olan edib olub"), shape: /ə/u, weight: 4 },
  uz: { small: words("va bilan uchun bu ham bilan keyin haqida edi boʻlib qildi"), shape: /[og][ʻ‘’'`ʼ]\p{Ll}|(?<!ira)q(?!u|atar|aeda|aida)|(?:ning|lari|dagi|lgan|larni|larga|[aou][^aeiouıöü]+i[ln]?di|[ei][^aeiouıöü]+da(?:n|gi)?)$/u, weight: 4 },
  de: { small: words("die das und ist von dem den ein eine mit für auf im nicht"), shape: /ß|sch|(?:ung|keit|lich)$/u, weight: 1 },
  fr: { small: words("le la les des est une dans pour sur au aux du qui"), shape: /^[ldn]['’]|[éèê]|(?:eux|aux)$/u, weight: 1 },
}; // prettier-ignore

const looksAt = 1_000;

/**
 * The language of a text by its script, small words and shapes; empty where none stands out. It looks at the beginning only,
 * and an English look in Turkish letters (a name, a quote) is outvoted by the words around it.
 */
export function guessLanguage(text: string): string {
  const start = text.slice(0, looksAt);
  const script = byScript(start);
  if (script !== "") return script;
  const scores = new Map<string, number>();
  for (const [word] of start.matchAll(/\p{L}[\p{L}\p{M}'’ʻʼ‘`]+/gu)) {
    const low = word.toLowerCase();
    for (const [language, { small, shape, weight }] of Object.entries(looks)) {
      const score = (small.has(low) ? 2 : 0) + (shape.test(low) ? weight : 0);
      if (score > 0) scores.set(language, (scores.get(language) ?? 0) + score);
    }
  }
  const [best, next] = [...scores].toSorted(([, a], [, b]) => b - a);
  if (best === undefined || best[1] === next?.[1]) return "";
  return best[0];
}

function byScript(text: string): string {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const latin = count(/\p{Script=Latin}/gu);
  if (count(/\p{Script=Arabic}/gu) > latin) return /[پچژگکی]/u.test(text) ? "fa" : "ar";
  if (count(/\p{Script=Cyrillic}/gu) <= latin) return "";
  if (/[ўҳ]/iu.test(text)) return "uz";
  if (/[әіқғұ]/iu.test(text)) return "kk";
  return /[ңөү]/iu.test(text) ? "ky" : "ru";
}
