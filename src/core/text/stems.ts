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

/** Longer words that stay hard, in the speech of some at least: hukuku. */
const hardToo =
  /(?:hukuk|ahlak|evrak|iştirak|ittifak|iltihak|istihlak|emlak|infak|merak|idrak|ırak|park|bank|tank|şok|top|tip|sandviç|polip)$/u;

/** Of the longer words in -t these soften; the many others do not (devlet, konut, hareket). */
const softInT = new Set(
  words(`kağıt kanat senet geçit yoğurt umut ümit armut kilit tehdit maksat inat vücut mabet öğüt söğüt metot periyot mevcut
  içtihat itimat icat feryat cihat fesat imdat evlat murat damat itikat istinat istidat cellat girdap şahit abdülhamit
  ceset yiğit ahmet mehmet mahmut hamit halit sait`),
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
const doubling = new Map([
  ["hak", "hakk"],
  ["his", "hiss"],
  ["hat", "hatt"],
  ["af", "aff"],
  ["had", "hadd"],
  ["şer", "şerr"],
  ["zan", "zann"],
  ["sır", "sırr"],
  ["tıp", "tıbb"],
  ["ret", "redd"],
  ["rab", "rabb"],
  ["hac", "hacc"],
  ["şık", "şıkk"],
  ["zıt", "zıdd"],
  ["mahal", "mahall"],
  ["fen", "fenn"],
  ["üs", "üss"],
]);

/** Single words with a stem of their own. */
const irregular = new Map([["su", "suy"]]);

/** Loans that take front suffixes only, after a back vowel: saat-i, petrol-ü. */
const frontOnly = new Set(
  words(`saat rol gol petrol kontrol protokol alkol sembol kalp harf kabul usul meşgul dikkat hakikat seyahat sıhhat itaat kanaat menfaat
  şefkat kabahat işgal ihmal ihtimal sinyal festival general normal meral bilal hayal helal ideal istiklal istikbal misal terminal`),
);

/** Words that some write with front suffixes. */
const frontToo = new Set(words("hal kal harp şark garp"));

/** Words of these ends that take back suffixes only. */
const backOnly = new Set(
  words(`okul kurul koşul oğul futbol voleybol basketbol hentbol karakol kural masal kanal çatal kartal sakal kral sandal çuval
  hayat sanat fırsat kanat rahat inşaat surat fiyat hareket avukat kat maksat`),
);

const softened: Record<string, string> = { p: "b", ç: "c", t: "d", k: "ğ", g: "ğ" };

function syllables(word: string): number {
  let count = 0;
  for (let i = 0; i < word.length; i += 1) if (isVowel(word.charCodeAt(i))) count += 1;
  return count;
}

/** Lists are spelt without circumflex: kâğıt is in them as kağıt. */
const bare = (word: string): string => word.replace(/[âîû]/gu, (it) => ({ â: "a", î: "i", û: "u" })[it] ?? it);

/** All shapes of a lower-case Turkish word before suffixes, the word itself first. */
export function stemsOf(word: string): Stem[] {
  const plain = bare(word);
  const doubled = doubling.get(plain);
  if (doubled !== undefined)
    return [
      { letters: word, before: "consonant" },
      { letters: doubled, before: "vowel" },
    ];
  const own = irregular.get(plain);
  if (own !== undefined)
    return [
      { letters: word, before: "any" },
      { letters: own, before: "vowel" },
    ];
  const body = word.slice(0, -1);
  const last = word.slice(-1);
  const stems: Stem[] = [{ letters: word, before: "any" }];
  if (dropping.has(plain)) {
    const short = word.slice(0, -2);
    // kayıt → kaydı, kayıp → kaybı: what is left softens too.
    for (const end of [last, softened[last]])
      if (end !== undefined && end !== "ğ") stems.push({ letters: short + end, before: "vowel" });
  }
  const soft = softened[last];
  if (soft === undefined) return stems;
  const many = syllables(word) > 1;
  if (many ? last === "t" && !softInT.has(plain) : !softOnes.has(plain)) return stems;
  if (!many || (last !== "g" && last !== "t" && !hardToo.test(plain)))
    stems[0] = { letters: word, before: "consonant" };
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
  if (isVowel(bare.charCodeAt(bare.length - 1)) && bare.length !== word.length - 2 && !hasOldPossessive(bare))
    return null;
  if (bare.endsWith("ğ")) return `${bare.slice(0, -1)}k`;
  return bare;
}

/** Which harmony a word with a last back vowel takes beside its own: saat-i only, Kemal-in or Kemal-ın, okul-un never front. */
export function takesFront(word: string): "only" | "too" | "never" {
  const it = bare(word);
  if (frontOnly.has(it)) return "only";
  if (frontToo.has(it)) return "too";
  return !backOnly.has(it) && syllables(it) > 1 && /(?:[aou]l|at)$/u.test(it) ? "too" : "never";
}

/** Words whose possessive doubles their vowel as in their first language: Sultanahmet Camii, sanayii. */
const oldPossessives = new Set(words("cami sanayi mevki tevzi bayi"));
export function hasOldPossessive(word: string): boolean {
  return oldPossessives.has(word);
}

/** Single words that are compounds: cezaevi, cezaevinden, cezaevleri. */
export function isJoined(word: string): boolean {
  return /.{2}(?:evi|alanı|yüzü|dışı|içi|yolu|işleri|yolları|günü|suyu|yağı|başı|oğlu|üstü|altı|hattı)$/u.test(word);
}

/** The shape of an Azerbaijani word before a vowel that Turkish lacks: uşaq, uşağ-ı; ürək, ürəy-i. */
export function azeriStem(word: string): string | null {
  if (word.endsWith("q")) return `${word.slice(0, -1)}ğ`;
  return /[əeiöü]k$/u.test(word) && syllables(word) > 1 ? `${word.slice(0, -1)}y` : null;
}

/** Words of closed classes that look like a noun with a suffix: aniden is not Ani-den, ile not il-e. */
const closed = new Set(
  words(`aniden birden yeniden sonradan gerçekten sahiden cidden birdenbire yüzde önceden şimdiden eskiden ilkin doğrudan
  sıradan toptan birlikte özellikle genellikle ile için önce üzere bazı bazen boyunca ilişkin hatta hala gene işte neden nedense
  ona onu onun ondan onda onlar onlara onları onların onlardan onunla onlarla buna bunu bunun bundan bunda şuna şunu şunun
  biri birini birine birinin birisi birileri çoğu çoğunun kimi kimini kendine kendini iken ise ancak sanki belki çünkü yada
  bile göre yeni kimse yıllarca bence sence bizce hızla aslında ayrıca oldukça iyice böylece sadece yalnızca binlerce yüzlerce onlarca oysa yoksa neredeyse
  sözde başta oyun örneğin adeta ille elbette salı üstün altın altınlar altınları altınların`),
);

/** Words far more frequent than the shorter noun that they could be a form of: ada-m is adam, soru-n sorun. */
const strong = new Set(
  words(`adam adım yarım devam derece hasta ince askeri yakın yoğun kadın sorun türkü üst izin düşünce evren devrim ilim yayın dilim doğum
  taşıma kanun kalan kapı alevi ölüm ortam durum kurum seçim yapım servis marka isim süre bakım çözüm önlem işlem eylem deneyim dönem basım
  yatırım üretim yönetim ekim arama tarama oyunlar yasa dizi kalem erken konum şişe makam düğün güvence tanım yorum hisse kaptan hanım gerekçe
  bildirim takım ölçüm kıyım yazım sayım sürüm akım çekim birim temiz kasım dönüşüm usta deneme tasarım girişim gelişim karışım kazanım savaşım yayla kışla kitle kıta kaza boya ada damla
  sivilce etken halı yemin borsa yelken kanca tabanca belde pasta şamdan araba
  türkçe ingilizce fransızca arapça almanca rusça italyanca ispanyolca çince japonca kazakça kırgızca özbekçe farsça kürtçe yunanca macarca
  ermenice rumca azerice bulgarca sırpça boşnakça arnavutça`),
);
const longestStrong = 11;

/** Whether a lower-case word belongs to another noun or adverb than the stem, `stem` letters long, that it begins with. */
export function belongsElsewhere(word: string, stem: number): boolean {
  if (closed.has(word)) return true;
  for (let size = stem + 1; size <= word.length && size <= longestStrong; size += 1)
    if (strong.has(word.slice(0, size))) return true;
  return false;
}
