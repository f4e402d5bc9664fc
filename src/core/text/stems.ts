import { isVowel } from "./chain.js";

/** A shape that a word takes in front of its suffixes. */
export interface Stem {
  letters: string;
  /** `vowel`: stands only before a suffix that begins with a vowel (kitab-ı, şehr-e). `consonant`: never before one. */
  before: "any" | "vowel" | "consonant";
}

const words = (list: string): string[] => list.trim().split(/\s+/u);

/** Words of one syllable soften only if they are listed (kap, kabı), and then always: `kapı` is a door. */
const softOnes = new Set(
  words(
    "kap dip cep genç uç taç kurt yurt dört renk denk çok gök yok kalp harp but art güç borç cenk burç kulp dert cilt bent grup harç tat stat",
  ),
);

/** Of the longer words in -t these soften; the many others do not (devlet, konut, hareket). */
const softInT = new Set(
  words(`kağıt kanat senet geçit yoğurt umut ümit armut kilit tehdit maksat inat vücut mabet öğüt söğüt metot periyot mevcut
  içtihat itimat icat feryat cihat fesat imdat evlat murat damat itikat istinat istidat cellat girdap şahit abdülhamit
  ahmet mehmet mahmut hamit halit sait`),
);

/** Words that lose their last vowel before a vowel: şehir, şehre. */
const dropping = new Set(
  words(`ağız akıl akis alın asıl asır azim bağır bahis beniz beyin boyun burun cebir cisim cürüm defin devir emir
  fasıl fetih fikir geniz göğüs gönül hacim hapis hasım hayır hazım hüküm hüzün ilim isim izin kabir kahır karın kasıt
  kayıt kayıp keşif keyif kısım kibir koyun kutup küfür lütuf meyil metin misil mühür nabız nakil nakit nefis nehir
  nesil nesir nutuk oğul omuz ömür özür rahim resim ritim sabır satıh seyir sihir şahıs şehir şekil şükür tavır vakıf
  vakit vehim vezin zehir zihin zikir zulüm kavis nazım kesir ufuk rızık nakış atıf`),
);

/** Words whose last letter doubles before a vowel: hak, hakkı. */
const doubling: Record<string, string> = {
  hak: "hakk", his: "hiss", hat: "hatt", af: "aff", had: "hadd", şer: "şerr", zan: "zann", sır: "sırr", tıp: "tıbb", ret: "redd", fen: "fenn", üs: "üss",
}; // prettier-ignore

/** Single words with a stem of their own. */
const irregular: Record<string, string> = { su: "suy" };

/** One-syllable words that take front suffixes after a back vowel: rol, rolü. */
const frontOnes = new Set(words("rol gol hal kal harf harp kalp şark garp saat"));

const softened: Record<string, string> = { p: "b", ç: "c", t: "d", k: "ğ", g: "ğ" };

function syllables(word: string): number {
  let count = 0;
  for (let i = 0; i < word.length; i += 1) if (isVowel(word.charCodeAt(i))) count += 1;
  return count;
}

/** All shapes of a lower-case Turkish word before suffixes, the word itself first. */
export function stemsOf(word: string): Stem[] {
  const doubled = doubling[word];
  if (doubled !== undefined)
    return [
      { letters: word, before: "consonant" },
      { letters: doubled, before: "vowel" },
    ];
  const own = irregular[word];
  if (own !== undefined)
    return [
      { letters: word, before: "any" },
      { letters: own, before: "vowel" },
    ];
  const body = word.slice(0, -1);
  const last = word.slice(-1);
  const stems: Stem[] = [{ letters: word, before: "any" }];
  if (dropping.has(word)) {
    const short = word.slice(0, -2);
    // kayıt → kaydı, kayıp → kaybı: what is left softens too.
    for (const end of [last, softened[last]])
      if (end !== undefined && end !== "ğ") stems.push({ letters: short + end, before: "vowel" });
  }
  const soft = softened[last];
  if (soft === undefined) return stems;
  const many = syllables(word) > 1;
  if (many ? last === "t" && !softInT.has(word) : !softOnes.has(word)) return stems;
  if (!many) stems[0] = { letters: word, before: "consonant" };
  if (body.endsWith("n") && last === "k") stems.push({ letters: `${body}g`, before: "vowel" });
  else stems.push({ letters: body + soft, before: "vowel" });
  return stems;
}

/** The word without its compound ending (Teşkilat-ı, Üye-si, Derneğ-i → dernek); null where it bears none. */
export function withoutPossessive(word: string): string | null {
  const found = /^(.{2,}?)(?:s[ıiuü]|[ıiuü])$/u.exec(word);
  const whole = found?.[1];
  if (whole === undefined || syllables(whole) === 0) return null;
  const bare = isVowel(word.charCodeAt(word.length - 3)) && /s.$/u.test(word) ? whole : word.slice(0, -1);
  if (isVowel(bare.charCodeAt(bare.length - 1)) && bare.length !== word.length - 2) return null;
  if (bare.endsWith("ğ")) return `${bare.slice(0, -1)}k`;
  return bare;
}

/** Whether a word with a last back vowel also takes front suffixes: saat-i, petrol-ün, Kemal-in. */
export function takesFront(word: string): boolean {
  return frontOnes.has(word) || (syllables(word) > 1 && /(?:[aou]l|at)$/u.test(word));
}

/** Words of closed classes that look like a noun with a suffix: aniden is not Ani-den, ile not il-e. */
const closed = new Set(
  words(`aniden birden yeniden sonradan gerçekten sahiden cidden birdenbire yüzde önceden şimdiden eskiden ilkin doğrudan
  sıradan toptan birlikte özellikle genellikle ile için önce üzere bazı bazen boyunca ilişkin hatta hala gene işte neden nedense
  ona onu onun ondan onda onlar onlara onları onların onlardan onunla onlarla buna bunu bunun bundan bunda şuna şunu şunun
  biri birini birine birinin birisi birileri çoğu çoğunun kimi kimini kendine kendini iken ise ancak sanki belki çünkü yada
  bile göre yeni kimse yıllarca bence sence bizce hızla aslında ayrıca oldukça iyice böylece sadece yalnızca binlerce yüzlerce onlarca oysa yoksa neredeyse`),
);

/** Words far more frequent than the shorter noun that they could be a form of: ada-m is adam, soru-n sorun. */
const strong =
  words(`adam adım yarım devam derece hasta ince askeri yakın yoğun kadın sorun türkü türkçe ingilizce fransızca
  arapça almanca rusça üst izin düşünce evren devrim ilim yayın dilim doğum taşıma kanun kalan kapı alevi ölüm ortam durum kurum seçim
  yapım servis marka isim süre bakım çözüm önlem işlem eylem deneyim dönem basım yatırım üretim yönetim ekim`);

/** Whether a lower-case word belongs to another noun or adverb than the stem, `stem` letters long, that it begins with. */
export function belongsElsewhere(word: string, stem: number): boolean {
  return closed.has(word) || strong.some((it) => it.length > stem && word.startsWith(it));
}
