import { p, type DemoStory } from "../../src/cli/demo/story.js";

export const hour = 60 * 60_000;

/** A story about a Kızılay meeting that is told nowhere else; its number is in its title and its people. */
export function story(id: number, age: number, more: Partial<DemoStory> = {}): DemoStory {
  const title = `Kızılay gönüllüleri ${id}. buluşmasını yaptı`;
  const time = Date.now() - age;
  return {
    id,
    language: "tr",
    feeds: [],
    path: `/tr/gundem/kizilay-bulusma/${id}`,
    section: "Gündem",
    title,
    spot: `Buluşmada ${id} gönüllü bir yıllık çalışmalarını anlattı.`,
    author: "Deniz Aksu",
    city: "Konya",
    published: time,
    updated: time,
    tags: ["Kızılay"],
    body: [
      p(`Türk Kızılayın gönüllüleri, ${id}. buluşmalarını Konya'da yaptı.`),
      p("Buluşmaya, Konya Valisi İbrahim Soykan ile Türk Kızılay Konya Şube Başkanı Elif Tuna katıldı."),
      p("Gönüllüler, kan bağışı kampanyaları ile afet tatbikatlarında görev aldıklarını anlattı."),
    ],
    ...more,
  };
}

/** The heading of a story, as often as it stands in an output. */
export function count(out: string, id: number): number {
  return out.split(`Kızılay gönüllüleri ${id}. buluşmasını yaptı`).length - 1;
}
