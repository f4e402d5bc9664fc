/** Short forms whose full stop does not end a sentence: what follows is a name or a number. Folded to lower case, without the stop. */
const before = [
  // Turkish
  ..."prof doç dr öğr gör av op uzm yrd yard müh mim ecz vet alb yb bnb yzb ütğm tğm asb org korg tümg tuğg gen kur sn bn hz st".split(
    " ",
  ),
  ..."mah cad sok sk blv bul apt no nr tel fax bkz krş çev haz yay s sf md mad cilt".split(" "),
  // English
  ..."mr mrs ms messrs rev hon gov sen rep gen lt col maj capt cmdr sgt adm brig assoc asst dep st mt ft fig art pres sec amb supt vol pp".split(
    " ",
  ),
  ..."jan feb mar apr jun jul aug sep sept oct nov dec".split(" "),
];

/** Short forms that may also close a sentence: the next capital decides. */
const either =
  "vb vs vd yy mö ms a.ş ltd şti inc corp co etc jr sr bros al approx e.g i.e a.m p.m m.ö m.s u.s u.k u.n e.u d.c t.c k.k.t.c".split(
    " ",
  );

const openers = new Set(before.filter((word) => !either.includes(word)));
const closers = new Set(either);
const longest = Math.max(...[...openers, ...closers].map((word) => word.length));

/** `opens`: never the end of a sentence; `either`: the end if a new one visibly begins; null: no short form we know. */
export function abbreviation(word: string): "opens" | "either" | null {
  if (word.length > longest) return null;
  const plain = word.toLowerCase();
  const turkish = /[Iİ]/u.test(word) ? word.replaceAll("İ", "i").replaceAll("I", "ı").toLowerCase() : plain;
  if (openers.has(turkish) || openers.has(plain)) return "opens";
  return closers.has(turkish) || closers.has(plain) ? "either" : null;
}

/** English words that open a sentence after `U.S.`, where a capital alone would not tell. */
export const sentenceOpeners = new Set(
  "The A An In On At It He She They We This That These Those But And However Meanwhile Earlier Last Also There As After During For".split(
    " ",
  ),
);
