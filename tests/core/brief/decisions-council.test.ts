import { expect, test } from "vitest";
import { readDecisions } from "../../../src/core/brief/decisions.js";
import { lexicons, story } from "./event-story.js";

function read(...body: string[]) {
  const { doc } = story({ body });
  return readDecisions(doc, lexicons.tr).map(({ text }) => text);
}

test("a vote on two things is two decisions, though their words are alike", () => {
  expect(
    read("Su fiyatının yüzde 5 indirilmesi karara bağlandı.", "Ekmek fiyatının yüzde 5 indirilmesi karara bağlandı."),
  ).toHaveLength(2);
  expect(
    read(
      "Su fiyatının yüzde 5 indirilmesi karara bağlandı.",
      "Meclis, su fiyatının yüzde 5 indirilmesini karara bağladı.",
    ),
  ).toHaveLength(1);
});

test("the last of two deeds carries the case of both", () => {
  expect(read("Sahile iki park yapılması ve çarşıdaki dükkanların yenilenmesine oy birliğiyle karar verildi.")).toEqual(
    [
      "Sahile iki park yapılmasına oy birliğiyle karar verildi.",
      "Çarşıdaki dükkanların yenilenmesine oy birliğiyle karar verildi.",
    ],
  );
});

test("a deed that serves another one is no decision of its own", () => {
  expect(
    read("Üretimin artırılması ve satışın kolaylaştırılmasına yönelik ortak kurul kurulması kararlaştırıldı."),
  ).toHaveLength(1);
});

test("onay verildi", () => {
  expect(read("Meclis toplantısında sokağın adının değiştirilmesine onay verildi.")).toEqual([
    "Meclis toplantısında sokağın adının değiştirilmesine onay verildi.",
  ]);
});

const settled = [
  "Liderler, ulaştırma alanında protokol imzaladı.",
  "Görüşmede kapıların açılması konusunda mutabık kalındı.",
];

test("what the sides stress outside a declaration settles nothing", () => {
  expect(read(...settled, "Üç lider, bölgesel dayanışmanın altını çizdi.")).toHaveLength(2);
  expect(
    read(...settled, "Görüşmenin ardından ortak bildiri yayımlandı.", "Üç lider, dayanışmanın altını çizdi."),
  ).toHaveLength(3);
});

test("before the press they make no joint text", () => {
  const press = "İki bakan görüşmenin ardından ortak basın açıklaması yaptı.";
  expect(read(...settled, press, "Taraflar, demir yolunun öneminin altını çizdi.")).toHaveLength(2);
});

test("one man's emphasis about a joint text is his own", () => {
  const text = "Zirvenin ardından ortak açıklama yayımlandı.";
  expect(read(text, "Tunalı, ortak açıklamada dayanışmanın altını çizdi.")).toEqual([]);
  expect(read(text, "Ortak açıklamada liderler, dayanışmanın altını çizdi.")).toHaveLength(1);
  expect(read(text, "Türkiye ve Kazakistan, ortak açıklamada dayanışmanın altını çizdi.")).toHaveLength(1);
});

test("a count gives way to the single signings", () => {
  const single = ["Kara yolu protokolüne Soylu imza attı.", "Limanlara dair mutabakat zaptını Alkan imzaladı."];
  expect(read("Törende 3 anlaşma imzalandı.", ...single)).toHaveLength(2);
  expect(read("Törende 3 anlaşma imzalandı.")).toEqual(["Törende 3 anlaşma imzalandı."]);
});

test("the named text signed again as one about its matters is the same", () => {
  expect(
    read(
      "İki üniversite arasında “Eğitim Alanında İş Birliği Anlaşması” imzalandı.",
      "Rektörler tarafından araştırma ve yayın konularını kapsayan anlaşma imzalandı.",
    ),
  ).toHaveLength(1);
});

test("a count of matters accepted keeps what they were", () => {
  expect(read("Toplantıda 12 teklif görüşüldü ve tamamı oybirliği ile kabul edildi.")).toEqual([
    "Toplantıda 12 teklif görüşüldü ve tamamı oybirliği ile kabul edildi.",
  ]);
});

test("a budget accepted as a sum", () => {
  expect(read("Toplantıda kentin bütçesi 3 milyar lira olarak kabul edildi.")).toHaveLength(1);
  expect(read("Toplantıda Ece Alkan konuk olarak kabul edildi.")).toEqual([]);
});

test("a text whose name ends like a verb is whole", () => {
  expect(read("İki kurum arasında tarıma dair Mutabakat Zaptı, bakanlar tarafından imzalandı.")).toEqual([
    "İki kurum arasında tarıma dair Mutabakat Zaptı, bakanlar tarafından imzalandı.",
  ]);
});

test("a row of matters is nobody who acts", () => {
  expect(
    read("Sağlık, spor ve enerji alanlarında anlaşmalar imzalanırken, bakanlar bu belgeleri karşılıklı onayladı.").at(
      -1,
    ),
  ).toBe("Bakanlar bu belgeleri karşılıklı onayladı.");
});

test("what was signed some months ago is old", () => {
  expect(read("Geçtiğimiz aylarda imzalanan mutabakat zaptıyla iki ülke arasında yeni bir dönem başladı.")).toEqual([]);
});

test("what the sides are told to have repeated in a joint text counts, an old promise does not", () => {
  const text = "Zirvenin ardından ortak açıklama yayımlandı.";
  expect(read(text, "Açıklamada, bakanların birlik olmanın önemini yineledikleri ifade edildi.")).toHaveLength(1);
  expect(read("Tunalı, ülkeye taahhüt edilen yardımların ulaştırılması için çalışacağını belirtti.")).toEqual([]);
});
