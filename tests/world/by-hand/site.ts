import { model } from "../../../src/cli/demo/model.js";
import { stories as samples } from "../../../src/cli/demo/stories.js";
import { p, type DemoStory } from "../../../src/cli/demo/story.js";
import { hour, story } from "../../e2e/stories.js";
import { createAaSite } from "../aa-site.js";

/** The categories that the settings file of the world asks for. */
export const categories = { tr: "guncel", en: "live" } as const;

/** What a changed story says beside what it said before. */
const more = {
  tr: "Taraflar ayrıca gelecek yıl ortak bir afet tatbikatı düzenlenmesini kararlaştırdı.",
  en: "The sides also agreed to hold a joint disaster drill next year.",
} as const;

/** AA's site with the demo's stories, told as if they were of today: some hours old at first, the others when `publish` is called. */
export async function createSampleSite(clock: () => number) {
  const site = await createAaSite();
  const about = samples.filter(({ tags }) => /Kızılay|TDT|Turkic/u.test(tags.join()));
  const later = about.filter((one) => one !== model);
  const shown = [aged(model, clock() - 2 * hour), aged(later.pop() ?? story(100, 0), clock() - 3 * hour)];
  const harvest = aged(nobodys, clock() - 5 * hour);
  let written = 100;

  function show() {
    for (const language of ["tr", "en"] as const) {
      site.show(
        categories[language],
        [...shown, harvest].filter((one) => one.language === language),
      );
    }
  }
  show();

  return {
    url: site.url,
    close: () => site.close(),
    /** Publishes one story more; its title. */
    publish(): string {
      const next = later.shift() ?? story((written += 1), 0);
      shown.unshift(aged(next, clock()));
      show();
      return next.title;
    },
    /** Files the newest story again with one decision more; its title, or null if that was done. */
    change(): string | null {
      const [newest, ...others] = shown;
      if (newest === undefined || newest.spot.endsWith(more[newest.language])) return null;
      const said = more[newest.language];
      const changed = { spot: `${newest.spot} ${said}`, body: [...newest.body, p(said)], updated: clock() };
      shown.splice(0, shown.length, { ...newest, ...changed }, ...others);
      show();
      return newest.title;
    },
  };
}

const aged = (one: DemoStory, at: number): DemoStory => ({ ...one, published: at, updated: at });

/** Nobody's topic: a feed that listed only new stories would look as if it had skipped some. */
const nobodys: DemoStory = {
  ...story(100, 0),
  language: "en",
  path: "/en/turkiye/hazelnut-growers-end-the-season/100",
  title: "Hazelnut growers end the season",
  spot: "Growers on the coast have sold most of this year's harvest.",
  tags: ["hazelnut"],
  body: [p("Growers on the coast have sold most of this year's harvest, their union said.")],
};
