import { expect, test } from "vitest";
import { read, settled, several, until } from "./several.js";

test("the app's page shows what one's own channels follow, and nothing of others", async () => {
  const world = await several();
  const process = await world.run();
  const [one, two] = [await settled(world, process.install), await settled(world, process.install, "ifrc")];
  const secret = one.team.addChannel({ name: "gizli", kind: "private", bot: true });
  const ayse = one.team.addUser("ayse");
  const member = one.team.addUser("mehmet");
  secret.state.members.add(member.id);
  one.channel.state.members.add(ayse.id);
  for (const [channel, topic, at] of [
    [one.channel, "kizilay", one],
    [secret, "tdt", one],
    [two.channel, "tdt", two],
  ] as const) {
    const id = await world.store.chats.ensure(`slack:${at.team.id}/${channel.id}`, "tr", 1);
    await world.store.chats.subscribe(id, topic, 1);
  }
  const page = async (person: typeof ayse) => {
    await person.opensHome();
    const team = [one, two].find(({ team }) => team.state.people.has(person.id))!.team;
    await until(() => team.state.homes.has(person.id));
    return read(team.state.homes.get(person.id)!);
  };
  expect(await page(ayse)).toMatch(/#haber — Kızılay/u);
  expect(await page(ayse)).not.toMatch(/gizli|— TDT|guncel/u);
  expect(await page(member)).toMatch(/#gizli — TDT/u);
  expect(await page(member)).not.toMatch(/#haber/u);
  expect(await page(two.boss)).toMatch(/#haber — TDT/u);
});

test("admins see on the page how the feeds are", async () => {
  const world = await several();
  const first = await world.run();
  const one = await settled(world, first.install);
  await first.end();
  await world.run({ ADMINS: `slack:${one.team.id}/${one.boss.id}` });
  await one.boss.opensHome();
  await until(() => one.team.state.homes.has(one.boss.id));
  expect(read(one.team.state.homes.get(one.boss.id)!)).toContain("• guncel — henüz okunmadı");
});

test("from the page a channel is configured in a window, and one's own conversation too", async () => {
  const world = await several();
  const { install } = await world.run();
  const one = await settled(world, install);
  await one.boss.opensHome();
  await until(() => one.team.state.homes.has(one.boss.id));
  await one.boss.pressesInView("Ayarla");
  await until(() => read(one.team.state.modals.get(one.boss.id)?.at(-1) ?? null).includes("Takip edilecek"));
  await one.boss.submits({ topics: ["tdt"] });
  const direct = one.team.direct(one.boss)!;
  expect(await world.store.chats.topicsOf(`slack:${one.team.id}/${direct.id}`)).toEqual(["tdt"]);
});

test("a forged button of the page reaches no channel that one is not in", async () => {
  const world = await several();
  const { install } = await world.run();
  const [one, two] = [await settled(world, install), await settled(world, install, "ifrc")];
  const secret = one.team.addChannel({ name: "gizli", kind: "private", bot: true });
  const other = one.team.addUser("ayse");
  await other.opensHome();
  await one.boss.opensHome();
  await until(() => one.team.state.homes.size === 2);
  const home = one.team.state.homes.get(one.boss.id)!;
  const targets = [secret.id, one.team.direct(other)!.id, two.channel.id, "../C1"].map(
    (id) => `slack:${one.team.id}/${id}`,
  );
  for (const address of [...targets, two.chat]) {
    for (const line of [`in ${address} configure`, `in ${address} topics`]) {
      const trigger = world.slack.trigger(one.team, one.boss);
      await world.slack.http.say("interactive", {
        type: "block_actions",
        team: { id: one.team.id },
        user: { id: one.boss.id, team_id: one.team.id },
        trigger_id: trigger,
        container: { type: "view", view_id: home.id },
        view: { ...home.body, id: home.id },
        actions: [{ type: "button", action_id: "tellal:0", block_id: "b", value: line }],
      });
      const modal = () => one.team.state.modals.get(one.boss.id)?.at(-1) ?? null;
      await until(() => read(modal()).includes("eskimiş"));
      await one.boss.closes();
    }
  }
});
