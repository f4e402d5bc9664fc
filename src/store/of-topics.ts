import { sql } from "kysely";
import type { RawBuilder } from "kysely";

/** Whether the story `s` is of one of some topics. Asked story by story, so that a page of the newest looks at no more than it shows. */
export function ofTopics(topics: readonly string[]): RawBuilder<boolean> {
  if (topics.length === 0) return sql<boolean>`1 = 0`;
  return sql<boolean>`exists (select 1 from matches as m where m.story = s.id and m.topic in (${sql.join(topics)}))`;
}
