const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const character = (code: number) => String.fromCodePoint(code);
const around = (mark: string) => `Kızılay${mark}toplandı`;

const empty = [
  "",
  " ",
  "\t",
  "\n",
  "\r\n",
  " \n ",
  "\u00A0",
  "\u3000",
  "\u200B",
  "\uFEFF",
  "\u2800",
  "\u115F",
  "\u3164",
];
const controls = [...range(0x00, 0x1f), ...range(0x7f, 0x9f)].map((code) => around(character(code)));
const invisible = [
  ...range(0x200b, 0x200f),
  ...range(0x2028, 0x202f),
  ...range(0x205f, 0x206f),
  0x00ad,
  0x034f,
  0x061c,
  0x180e,
  0xfe0f,
  0xfeff,
  0xfff9,
  0xfffb,
  0xfffc,
  0xe0001,
  0xe0041,
].map((code) => around(character(code)));
const broken = [
  "\uD800",
  "\uDBFF",
  "\uDC00",
  "\uDFFF",
  "\uDC00\uD800",
  "\uD83D",
  "a\uD83Db",
  "\uFFFD",
  "\uFFFE",
  "\uFFFF",
  "\u{1FFFE}",
  "\u{10FFFF}",
  "Ä±stanbul ÅŸehri",
  "K\u00c4\u00b1z\u00c4\u00b1lay",
  "%C5%9Fehir%00",
  "\\u0000\\x00\\0",
];
const turkish = [
  "İSTANBUL ISPARTA",
  "istanbul ısparta",
  "i\u0307stanbul",
  "I\u0307",
  "ŞIŞLİ ÇİĞDEM ÖĞÜT",
  "ş̧ ğ̆ ü̈",
  "S\u0327ehir",
  "Kızılay'ın Kızılay’ın Kızılay`ın Kızılayʼın",
  "â î û Â Î Û",
  "K\u0131z\u0131lay KIZILAY kizilay Kızılay",
  "ßẞ ŉ ǰ ΐ ﬁ ﬃ",
  "Ⅻ ½ ³ ⑳ ㍿ ℡",
];
const scripts = [
  "منظمة الدول التركية",
  "ارگان کشورهای ترک",
  "ארגון המדינות הטורקיות",
  "Организация тюркских государств",
  "突厥国家组织会议",
  "テュルク諸国機構",
  "튀르크 국가 기구",
  "องค์การรัฐเติร์ก",
  "तुर्क राज्यों का संगठन",
  "თურქულ სახელმწიფოთა",
  "Թյուրքական պետություններ",
  "𐰴𐰆𐰺𐰞𐱃𐰖",
  "𝕶𝖎𝖟𝖎𝖑𝖆𝖞 𝐊𝐢𝐳𝐢𝐥𝐚𝐲 𝙺𝚒𝚣𝚒𝚕𝚊𝚢",
  "Ｋｉｚｉｌａｙ",
  "ʎɐlızıʞ",
];
const emoji = [
  "👨‍👩‍👧‍👦",
  "👩🏽‍🚒",
  "🇹🇷🇦🇿🇰🇿",
  "🇹",
  "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
  "🏳️‍🌈",
  "1️⃣#️⃣",
  "👍🏿👍🏿",
  "\u{1F3FB}",
  "❤️‍🔥".repeat(40),
  "👨‍👩‍👧‍👦".repeat(60),
  "🇹🇷".repeat(99),
];
const stacked = [1, 5, 40, 400].flatMap((times) => [
  `K${"\u0323\u0301\u0336".repeat(times)}`,
  "e\u0301".repeat(times),
  "\u0e49".repeat(times),
]);
const turned = range(0x202a, 0x202e)
  .concat(range(0x2066, 0x2069))
  .flatMap((code) => [`${character(code)}fdp.exe`, `Kızılay ${character(code).repeat(50)}toplandı`]);
const alike = [
  "Кızılay toplandı",
  "Kızıⅼay",
  "Κızılay",
  "https://аа.com.tr/tr/1",
  "https://www.aa.com.tr@evil.example/",
  "https://evil.example/https://www.aa.com.tr",
  "https://www.aa。com。tr/",
  "https://xn--80a.com.tr/",
  "aa․com․tr",
  "http://ⓔⓥⓘⓛ.example",
];

/** Strings whose letters are hostile, by what is. */
export const letters: Record<string, readonly string[]> = {
  empty,
  controls,
  invisible,
  broken,
  turkish,
  scripts,
  emoji,
  stacked,
  turned,
  alike,
};
