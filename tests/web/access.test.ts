import { expect, test } from "vitest";
import { createAccess } from "../../src/web/access.js";
import { start } from "../store/open.js";
import { openSite, token } from "./open-site.js";

const basic = `Basic ${Buffer.from(`anybody:${token}`).toString("base64")}`;

test.each<[string, Record<string, string>, number]>([
  ["nobody", {}, 401],
  ["the token", { authorization: `Bearer ${token}` }, 200],
  ["the token as a password", { authorization: basic }, 200],
  ["another token", { authorization: "Bearer a-token-of-sixteen-and-less" }, 401],
  ["a cookie of one's own making", { cookie: `tellal=operator.${start * 2}.x` }, 401],
])("with a token set, %s is answered with %s", async (_who, headers, status) => {
  const { get } = await openSite({ open: false });
  for (const path of ["/", "/status", "/story/aa:1", "/nothing"]) {
    const answer = await get(path, headers);
    expect([path, answer.status]).toEqual([path, status === 200 && path.length > 7 ? 404 : status]);
  }
});

test("the token opens a session, another one does not, and signing out ends it in the browser", async () => {
  const { get, post } = await openSite({ open: false });
  const wrong = await post("/enter", { token: "wrong", to: "/status" });
  expect([wrong.status, wrong.headers.get("set-cookie")]).toEqual([403, null]);
  const entered = await post("/enter", { token, to: "/status" });
  const cookie = entered.headers.get("set-cookie") ?? "";
  expect([entered.status, entered.headers.get("location")]).toEqual([303, "/status"]);
  expect(cookie).toMatch(
    /^tellal=operator\.\d+\.[\w-]+; Max-Age=604800; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/u,
  );
  const [session = ""] = cookie.split(";");
  expect((await get("/status", { cookie: session })).status).toBe(200);
  expect((await post("/leave", {}, { cookie: session })).headers.get("set-cookie")).toContain("tellal=; ");
});

test.each(["//evil.example", "https://evil.example", "/\\evil.example", "/enter?ticket=x", ""])(
  "a form does not lead back to %j",
  async (to) => {
    const { post } = await openSite({ open: false });
    expect((await post("/enter", { token, to })).headers.get("location")).toBe("/");
    expect((await post("/language", { language: "en", to })).headers.get("location")).toBe("/");
  },
);

test("a link lets in once, for a quarter of an hour, and looking at it uses nothing up", async () => {
  const url = "https://tellal.example/";
  const { access, time, get, post } = await openSite({ open: false, url });
  const link = new URL(access.link("reader", time.now) ?? "");
  expect(link.origin + link.pathname).toBe("https://tellal.example/enter");
  const ticket = link.searchParams.get("ticket") ?? "";
  for (let look = 0; look < 3; look += 1) expect((await get(`/enter?ticket=${ticket}`)).status).toBe(200);
  const entered = await post("/enter", { ticket });
  expect(entered.status).toBe(303);
  expect(entered.headers.get("set-cookie")).toContain("; Secure");
  const [session = ""] = (entered.headers.get("set-cookie") ?? "").split(";");
  expect((await get("/", { cookie: session })).status).toBe(200);
  expect((await post("/enter", { ticket })).status).toBe(403);

  const late = new URL(access.link("reader", time.now) ?? "").searchParams.get("ticket") ?? "";
  time.now += 15 * 60_000;
  expect((await post("/enter", { ticket: late })).status).toBe(403);
  expect((await get(`/enter?ticket=${late}`)).text).toContain("artık geçerli değil");
  expect((await post("/enter", { ticket: late.replace("reader", "operator") })).status).toBe(403);
  time.now += 7 * 24 * 60 * 60_000;
  expect((await get("/", { cookie: session })).status).toBe(401);
});

test("whoever was let in by a chat's link sees no chats and no accounts; who runs Tellal does", async () => {
  const { process, world, access, time, get, post } = await openSite({ open: false, url: "https://t.example" });
  const chat = await process.store.chats.ensure("slack:T1/C9", "tr", time.now);
  await process.store.chats.subscribe(chat, "kizilay", time.now);
  world.outcomes.push({ kind: "refused", why: "no such channel" });
  world.show("guncel", [
    {
      id: "aa:1",
      guid: "1",
      link: "https://aa.example/1",
      title: "Kızılay haberi",
      spot: "",
      published: time.now,
      photo: null,
    },
  ]);
  await process.all(time.now, "slack:T1");
  const enter = async (role: "reader" | "operator") => {
    const ticket = new URL(access.link(role, time.now) ?? "").searchParams.get("ticket") ?? "";
    const entered = await post("/enter", { ticket });
    return { cookie: (entered.headers.get("set-cookie") ?? "").split(";")[0] ?? "" };
  };
  const seen = await get("/status", await enter("reader"));
  expect(seen.text).not.toContain("T1");
  const all = await get("/status", await enter("operator"));
  expect(all.text).toContain("slack:T1/C9: no such channel");
  const story = await get("/story/aa:1", await enter("operator"));
  expect(story.text).toContain("Gönderilemedi");
  expect(story.text).not.toContain("T1");
});

test.each<[string, { host: string; url: string | null; token: string | null }, Record<string, string>, boolean]>([
  ["this machine", { host: "127.0.0.1", url: null, token: null }, { host: "127.0.0.1:80" }, true],
  ["this machine by name", { host: "localhost", url: null, token: null }, { host: "localhost" }, true],
  ["another name for this machine", { host: "127.0.0.1", url: null, token: null }, { host: "evil.example" }, false],
  [
    "a proxy",
    { host: "127.0.0.1", url: null, token: null },
    { host: "localhost", "x-forwarded-for": "9.9.9.9" },
    false,
  ],
  [
    "an address for browsers",
    { host: "127.0.0.1", url: "https://t.example", token: null },
    { host: "localhost" },
    false,
  ],
  ["a token", { host: "127.0.0.1", url: null, token }, { host: "localhost" }, false],
  ["all addresses", { host: "0.0.0.0", url: null, token: null }, { host: "localhost" }, false],
])("without a sign-in, %s: %o", (_name, parts, headers, allowed) => {
  const access = createAccess({ ...parts, key: "key", spend: async () => true });
  expect(access.roleOf(headers, start) !== null).toBe(allowed);
});

test("another token, or another database, ends the sessions of the one before", () => {
  const parts = { host: "0.0.0.0", url: null, token, key: "key", spend: async () => true };
  const session = createAccess(parts).useToken(token, start) ?? "";
  const seenBy = (more: object) => createAccess({ ...parts, ...more }).roleOf({ cookie: `tellal=${session}` }, start);
  expect(seenBy({})).toBe("operator");
  expect(seenBy({ token: `${token}x` })).toBeNull();
  expect(seenBy({ key: "other" })).toBeNull();
});

test.each<[Record<string, string>, number]>([
  [{}, 303],
  [{ "sec-fetch-site": "same-origin" }, 303],
  [{ "sec-fetch-site": "cross-site" }, 403],
  [{ "sec-fetch-site": "same-site" }, 403],
  [{ origin: "https://evil.example" }, 403],
])("a form sent with %o is answered with %s", async (headers, status) => {
  const { post } = await openSite();
  expect((await post("/language", { language: "en", to: "/" }, headers)).status).toBe(status);
});
