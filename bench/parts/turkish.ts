import type { DemoStory } from "../../src/cli/demo/story.js";

const pieces = (text: string): string[] => text.split(" ");

const given = pieces("Ayşe Mehmet Elif Can Deniz Emre Zeynep Murat Leyla Kerem Selin Tarık Gökçe Onur Nilay Barış");
const family = pieces(
  "Kayalı Demirtaş Şahinoğlu Çelikel Aydıner Öztoprak Arslanca Doğaner Kılıçer Çetinok Karabey Kurter",
);
const cities = pieces(
  "Konya İzmir Gaziantep Trabzon Van Malatya Bursa Edirne Şanlıurfa Samsun Bakü Taşkent Bişkek Astana",
);
const offices = ["Vali", "Belediye Başkanı", "İl Sağlık Müdürü", "Rektör", "Bakan Yardımcısı", "Büyükelçi"];
const subjects = pieces("heyet kurum bakanlık belediye üniversite vakıf dernek ekip kooperatif müdürlük");
const objects = pieces("proje yardım okul köprü hastane eğitim anlaşma fuar sergi baraj yol tesis kampanya çalıştay");
const endings = [
  "nin açılışı yapıldı",
  " için görüşme yapıldı",
  "de son durum anlatıldı",
  " üzerinde duruldu",
  " tanıtıldı",
];
const links = ["Toplantıda", "Açıklamada", "Görüşmede", "Törende", "Raporda", "Ziyarette"];

/** Numbers from 0 to below 1, the same in each run for one seed. */
function dice(seed: number): () => number {
  let state = (seed * 7_919 + 12_345) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One story in so many is about the Red Crescent, and matches a shipped topic. */
export const matchingOneIn = 10;

/**
 * An invented Turkish story in AA's manner, the same for one number in each run: a title, a spot and some 2.5 kB of text.
 * `published` is in epoch ms.
 */
export function turkishStory(number: number, published: number): DemoStory {
  const roll = dice(number + 1);
  const pick = (list: readonly string[]): string => list[Math.floor(roll() * list.length)] ?? "";
  const person = () => `${pick(given)} ${pick(family)}`;
  const sentence = () =>
    `${pick(links)} ${pick(cities)} ${pick(subjects)} yetkililerinin ${pick(objects)} ve ${pick(objects)} çalışmaları anlatıldı, ` +
    `${Math.floor(roll() * 900) + 20} kişilik ${pick(objects)}${pick(endings)}.`;
  const paragraph = (first = "") =>
    ({ kind: "paragraph", text: [first, sentence(), sentence(), sentence()].join(" ").trim() }) as const;
  const city = pick(cities);
  const matches = number % matchingOneIn === 0;
  const host = matches ? "Türk Kızılay" : `${city} ${pick(subjects)}`;
  const attendees =
    `Toplantıya, ${city} ${pick(offices)} ${person()}, ${pick(cities)} ${pick(offices)} ${person()} ile ` +
    `${matches ? "Türk Kızılay Genel Sekreteri" : "Genel Sekreter"} ${person()} katıldı.`;
  return {
    id: 3_900_000 + number,
    language: "tr",
    feeds: ["guncel"],
    path: `/tr/gundem/haber-${number}/${3_900_000 + number}`,
    section: "Gündem",
    title: `${host} ${city} için ${pick(objects)} ve ${pick(objects)} hazırladı (${number})`,
    spot: `${host} öncülüğünde ${city} kentinde düzenlenen toplantıda ${pick(objects)} çalışmaları ele alındı.`,
    author: person(),
    city,
    published,
    updated: published,
    tags: [city, pick(objects)],
    body: [
      paragraph(`${host} öncülüğünde ${city} kentinde toplantı düzenlendi.`),
      paragraph(attendees),
      paragraph(`Toplantının sonunda ${pick(objects)} kurulması için protokol imzalandı.`),
      { kind: "subhead", text: "Çalışmalar sürecek" },
      paragraph(),
      paragraph(),
    ],
  };
}
