import { at, type DemoStory, p, sub } from "./story.js";

/** The model case: the network of the Red Crescent societies meets in Baku. The same words as tests/fixtures/articles/model.txt. */
export const model: DemoStory = {
  id: 3747971,
  language: "tr",
  feeds: ["guncel"],
  path: "/tr/gundem/turk-dunyasinin-kizilay-dernekleri-bakude-bir-araya-geldi/3747971",
  section: "Gündem",
  title: "Türk dünyasının Kızılay dernekleri Bakü'de bir araya geldi",
  spot: "Türk Devletleri Teşkilatına (TDT) üye ülkelerin Kızılay derneklerini buluşturan ağın dönem başkanlığı, Bakü'deki toplantıda Azerbaycan'a geçti.",
  author: "Elif Nur Akdemir",
  city: "Bakü",
  published: at(15, 12),
  updated: at(15, 40),
  tags: ["Türk Devletleri Teşkilatı", "Kızılay", "Bakü"],
  body: [
    p(
      "TDT Üye Devletleri Kızılay Dernekleri Ağının toplantısı, Azerbaycan Kızılay Başkanı Novruz Aslanov'un ev sahipliğinde Bakü'de düzenlendi.",
    ),
    p(
      "Toplantıya, Azerbaycan Dışişleri Bakan Yardımcısı Samir Şerifov, Türk Kızılay Genel Başkanı Prof. Dr. Fatma Meriç Yılmaz, Kırgızistan Kızılay Başkanı Çingiz Cakıpov, Kazakistan Kızılay Başkanı Erkebek Argınbayev, Türkmenistan Kızılay Başkanı Maral Acilova, KKTC Kızılay Başkanı Sezai Sezen, Özbekistan Kızılayı yetkilisi Zafarcon Rahmanov ile TDT Genel Sekreteri Kubanıçbek Ömüraliyev katıldı.",
    ),
    p(
      "Derneklerin 2025'teki ortak faaliyetlerinin ele alındığı toplantıda, öncelikli çalışma alanları ve 2026 hedefleri değerlendirildi.",
    ),
    p("Ağın dönem başkanlığının Azerbaycan'a geçmesine karar verilen toplantının sonunda ortak bildiri imzalandı."),
    p("Bildiride, üye ülkelerin Kızılay dernekleri arasındaki iş birliği ve insani dayanışma teyit edildi."),
    p(
      "Buna göre kuruluşlar, bilgi ve deneyim paylaşımını genişletecek, ortak insani yardım projelerini hayata geçirecek, afetlere koordineli müdahale kapasitelerini artıracak ve aralarındaki dayanışmayı pekiştirecek.",
    ),
    sub("Ankara merkezli sekretarya"),
    p("TDT üyesi ülkelerin Kızılay derneklerini tek çatı altında toplayan ağ, 10 Ekim 2024'te Bişkek'te kuruldu."),
    p("Ağın sekretaryası, Ankara'da Türk Kızılay bünyesinde faaliyet gösteriyor."),
  ],
};

/** The model case as the agency files it again ten minutes after the demo began: one more decision, another spot, the same number. */
export const updatedModel: DemoStory = {
  ...model,
  spot: "Türk Devletleri Teşkilatına (TDT) üye ülkelerin Kızılay derneklerini buluşturan ağın dönem başkanlığının Azerbaycan'a geçtiği toplantıda, 2026'da ortak afet tatbikatı yapılması kararlaştırıldı.",
  updated: at(18, 10),
  body: [
    ...model.body.slice(0, 6),
    p("Toplantıda ayrıca 2026'da ortak bir afet tatbikatı düzenlenmesi kararlaştırıldı."),
    ...model.body.slice(6),
  ],
};
