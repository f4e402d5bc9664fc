import { PostgresAdapter, sql } from "kysely";
import type { Kysely } from "kysely";

/**
 * What the web page looks things up by: stories, attendances and countries in the order of their time (`at`, of publication, else of
 * recording), so that a page of the newest reads no more than it shows; deliveries by when they were sent; tickets, which let in once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // With all that lists and counts ask for beside the time, so that they need not look at the stories themselves.
  await sql`
    create index stories_at on stories (coalesce(published, recorded), id, withdrawn, version, partial)
  `.execute(db);
  await db.schema.createIndex("items_fate").on("items").column("fate").execute();
  await sql`create index deliveries_sent on deliveries (sent) where sent is not null`.execute(db);

  await db.schema
    .alterTable("attendances")
    .addColumn("at", "bigint", (c) => c.notNull().defaultTo(0))
    .execute();
  await sql`
    update attendances set at = (select coalesce(s.published, s.recorded) from stories as s where s.id = attendances.story)
  `.execute(db);
  await db.schema.dropIndex("attendances_person").execute();
  await db.schema
    .createIndex("attendances_person")
    .on("attendances")
    .columns(["person", "at", "story", "position"])
    .execute();
  await db.schema.createIndex("attendances_at").on("attendances").columns(["at", "person", "story"]).execute();

  await db.schema
    .createTable("countries")
    .addColumn("story", "text", (c) => c.notNull().references("stories.id"))
    .addColumn("country", "text", (c) => c.notNull())
    .addColumn("at", "bigint", (c) => c.notNull())
    .addPrimaryKeyConstraint("countries_pk", ["story", "country"])
    .execute();
  await db.schema.createIndex("countries_country").on("countries").columns(["country", "at", "story"]).execute();
  await db.schema.createIndex("countries_at").on("countries").columns(["at", "country", "story"]).execute();
  const country =
    db.getExecutor().adapter instanceof PostgresAdapter
      ? sql`cast(b.brief as json) #>> '{place,country}'`
      : sql`json_extract(b.brief, '$.place.country')`;
  await sql`
    insert into countries (story, country, at)
    select story, country, at from attendances where country is not null
    union
    select s.id, ${country}, coalesce(s.published, s.recorded)
    from stories as s join briefs as b on b.story = s.id and b.version = s.version
    where ${country} is not null
  `.execute(db);

  await db.schema
    .createTable("tickets")
    .addColumn("id", "text", (c) => c.primaryKey().notNull())
    .addColumn("until", "bigint", (c) => c.notNull())
    .execute();
}
