import type { Attendee } from "../core/brief/schema.js";

/** What a delivery brings: a story's first post, its change, its end, the late stories of one batch, or an announcement of the admins. */
export type DeliveryKind = "post" | "update" | "withdrawal" | "digest" | "broadcast";

/**
 * What became of an item: a story that chats get at once or in a digest, one that nobody subscribed to, one too old at
 * its feed's first poll, or one of no topic.
 */
export type Fate = "posted" | "digest" | "unsubscribed" | "old" | "unmatched";

/** What a reader may say of a post: it is not about our topic, or it tells something wrong. */
export type FeedbackKind = "irrelevant" | "wrong";

/** The part of an attendee that the people index keeps. */
export type AttendeeView = Pick<Attendee, "title" | "office" | "organisation" | "country" | "part">;
