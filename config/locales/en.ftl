# Words for the reader, English. Every message stands in tr.ftl under the same name and with the same variables.
# `tests/core/message/words.test.ts` compares the two files.

## Kind of a story
kind-meeting = Meeting
kind-visit = Visit
kind-call = Phone call
kind-agreement = Agreement
kind-election = Election
kind-statement = Statement
kind-aid = Aid
kind-disaster = Disaster
kind-news = News

## Parts of a post
place = Place
date = Date
date-published = { $date } (date of the report)
people = { $kind ->
    [call] On the call ({ $count })
    [statement] Speakers ({ $count })
   *[other] Participants ({ $count })
  }
groups = Participants
also-present = Also: { $group }
more-people = { $kind ->
    [call] Everyone on the call
    [statement] All speakers
   *[other] All participants
  }
more-decisions = All decisions
decisions = Decisions ({ $count })
decisions-in-turkish = Decisions ({ $count }, in Turkish)
decisions-in-english = Decisions ({ $count }, in English)
source = Source: { $source }
source-at = Source: { $source }, { $time }
time = { $date }, { $hour }:{ $minute } Istanbul time
extracted = extracted automatically
titles-kept = titles without a known translation are left as in the story
partial = The full text of the story could not be read yet. This rests on its headline and summary alone.
partial-no-page = This story has no page to link to. What stands here rests on the title and summary in the feed.

## What an attendee did
part-host = host
part-chair = chair
part-speaker = spoke
part-message = sent a message
part-for = for { $whom }

## What became of a decision
decision-decided = decided
decision-signed = signed
decision-agreed = agreed
decision-elected = elected
decision-committed = commitment
decision-confirmed = confirmed
decision-called = call

## Marks of a post
updated = Updated
completed = Full text read now
updated-at = Updated: { $time }
follow-up = Follows an earlier story
withdrawn = Withdrawn
withdrawn-note = { $source } has taken this story down. Do not rely on what we posted about it.
mark-edit = New version of an earlier post
mark-repeat = This post may have reached you before
mark-reply = In reply to an earlier post
test-brief = TEST: This sample story is made up; it only shows that Tellal can post to this chat.

## Digests
digest-late = Late digest: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-late-note = These stories could not be posted on time because of an outage.
digest-many = Grouped: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-many-note = Many stories came within a short time, so they share one post.
digest-quiet = During quiet hours: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-hourly = Hourly digest: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-daily = Daily digest: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-weekly = Weekly digest: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
digest-people = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
  }
digest-decisions = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
  }

## Under a post
button-read = Read
button-irrelevant = Not relevant
button-wrong = Wrong
button-mute = Mute

## Commands
command-start = Introduces Tellal and offers its topics
command-subscribe = Follows a topic
command-unsubscribe = Stops following a topic
command-topics = Shows the topics and which of them you follow
command-latest = Shows the latest stories
command-more = Shows the whole of a list in a post
command-settings = Sets when posts come, how long they are and what they are about
command-mute = Mutes a topic for a while
command-help = Shows the commands
arguments-topic = <topic>
arguments-latest = [topic] [number]
arguments-help = [command]
arguments-mute = <topic> [span]
help-title = Commands
help-chat-admin = chat administrators
help-admin = administrators
unknown-command = There is no command { $command }. Type { $help } to see them all.
unknown-command-nearest = There is no command { $command }. Did you mean { $nearest }? All commands: { $help }
unknown-sub = “{ $word }” is nothing that { $command } can do. There are: { $known }
unknown-sub-nearest = “{ $word }” is not known here. Did you mean { $nearest }? There are: { $known }
not-chat-admin = Only administrators of this chat may use this command.
not-admin = Only Tellal administrators may use this command.
failed = Something went wrong on our side. Please try again in a little while.

## The bot's page on Telegram
bot-description = Tellal reads the news of Anadolu Ajansı (AA) for you: who met, where, and what was decided. Press the button below to begin, and choose your topics.
bot-short = Short alerts from AA's news: who met, where, and what was decided.

## Subscriptions
start-hello = Hello, I am Tellal.
start-what = I read the news of Anadolu Ajansı (AA) and tell you in short who met, where, and what was decided.
start-how = Choose below which topics to follow. You can change that at any time.
topic-offered = ➕ { $topic }
topic-followed = ✅ { $topic }
topics-title = Topics
topics-none = No topic has been set up yet.
topics-choose = Press the topic that you want to follow or to leave.
topics-followed = you follow it
subscribed = You follow { $topics }.
subscribed-first = There is no story on this yet. You will see the first one here.
subscribed-outside = I am not in this channel yet, so nothing can be posted here: write /invite @Tellal.
unsubscribed = You no longer follow { $topics }.
unsubscribed-none = You do not follow that anyway.
unknown-topic = There is no topic “{ $topic }”. Topics: { $topics }.
unknown-topic-nearest = There is no topic “{ $topic }”. Did you mean { $nearest }? Topics: { $topics }.
latest-none = There is no story yet.
more-gone = We no longer have this story.

## Looking up
command-search = Searches the stories
arguments-search = <words>
page-older = Older »
page-newer = « Newer
search-title = Search: { $words }
search-empty = What are you looking for? For example: { $command } Kızılay meeting. Type a word of two letters or more; put words that belong together in quotation marks.
search-none = No story was found for “{ $words }”.
search-stopped = So many stories had to be looked at that the oldest were left out. A rarer word finds them.
search-gone = This search has expired. Please search again.
command-who = Shows the meetings that somebody attended
command-decisions = Shows what was decided
arguments-name = <name>
arguments-decisions = [topic] [days]
who-empty = Who are you looking for? For example: { $command } Kaya. The surname is enough.
who-none = We have no record of anybody called { $name }.
who-gone = We no longer have a record of this person.
who-choose = Which one?
who-person = { $name } ({ $count })
who-more = { $count ->
    [one] { $count } more person bears
   *[other] { $count } more people bear
  } that name; write the first name too.
who-title = { $name }: { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
decisions-title = { $days ->
    [one] Decisions of the last day
   *[other] Decisions of the last { $days } days
  }
decisions-none = { $days ->
    [one] No decision was found in the last day.
   *[other] No decision was found in the last { $days } days.
  }
command-brief = Makes a brief of the story at an address
arguments-link = <address of the story>
brief-empty = Which story? Type its address at AA: { $command } https://www.aa.com.tr/…
brief-foreign = We can only read addresses of the sites whose news we follow.
brief-often = You have asked for many pages in a short time. Try again in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
  }.
brief-gone = There is no story at this address; it may have been taken down.
brief-later = The site does not answer at the moment. Try again in a little while.
brief-forbidden = We are not allowed to read this address.
brief-failed = We found no story on this page that we can read.
brief-asked = Read because you asked for it; it is not among the stories we keep.

## Administration in chats
command-keyword = Keywords of a topic: shows, tries and changes them
command-topic = Opens, renames and removes topics
command-feed = Feeds: shows, checks and changes them
command-admin = Who administers Tellal
command-audit = Shows who changed what; undo takes the last change back
command-status = Shows how feeds and deliveries stand
command-broadcast = Sends an announcement to all chats
command-confirm = Says yes to a question
command-cancel = Says no to a question
keyword-command-list = Shows the keywords of a topic
keyword-command-add = Adds a keyword
keyword-command-remove = Removes a keyword
keyword-command-test = Tries a keyword on the news of the last 30 days and changes nothing
topic-command-add = Opens a topic
topic-command-own = Opens a topic that this chat alone sees
topic-command-rename = Gives a topic other names
topic-command-remove = Removes a topic
feed-command-list = Shows the feeds and how they are
feed-command-check = Fetches a feed now and says what was found
feed-command-add = Fetches an address, says what was found, and adds it as a feed
feed-command-remove = Removes a feed
feed-command-pause = Lets a feed rest
feed-command-resume = Polls a resting feed again
admin-command-list = Shows the administrators
admin-command-add = Makes somebody an administrator
admin-command-remove = Takes an administrator off the list
audit-command-undo = Takes the last change back
arguments-keyword = list|add|remove|test <topic> …
arguments-topic-expression = <topic> <expression>
arguments-topic-keyword = <topic> <keyword or its number>
arguments-topic-group = add|own|rename|remove <topic> …
arguments-topic-names = <topic> <Turkish name> | <English name>
arguments-feed-group = list|check|add|remove|pause|resume …
arguments-feed = <feed>
arguments-feed-add = <feed> <address> [language] [5m]
arguments-admin = list|add|remove …
arguments-person = <person>
arguments-audit = [number] | undo
arguments-text = <text>
not-admin-topic = Topics that everybody may follow are changed by Tellal administrators only.
too-often = That was asked very often. Please try again in { $wait }.
confirm-question = Shall it be added? The question stands for ten minutes.
confirm-yes = Yes
confirm-no = No
confirm-gone = This question is not yours, was answered already, or is older than ten minutes. Please type the command again.
confirm-cancelled = Nothing was changed.
change-overtaken = Nothing was changed: somebody else was faster. Please look at how it is now.
changed = { $change }.
change-undo = To take it back, type { $command }.
change-keyword-add = Keyword “{ $text }” added to { $topic }
change-keyword-remove = Keyword “{ $text }” removed from { $topic }
change-topic-add = Topic { $topic } ({ $id }) opened
change-topic-remove = Topic { $topic } ({ $id }) removed
change-topic-rename = Topic { $topic } renamed ({ $from } → { $to })
change-feed-add = Feed { $feed } added ({ $url })
change-feed-remove = Feed { $feed } removed ({ $url })
change-feed-pause = Feed { $feed } paused
change-feed-resume = Feed { $feed } resumed
change-admin-add = { $admin } made an administrator
change-admin-remove = { $admin } no longer an administrator
change-broadcast = Announcement to { $count ->
    [one] { $count } chat
   *[other] { $count } chats
  }: { $text }

## Keywords
keyword-usage = Name a topic and an expression, such as: { $command } test kizilay "blood drive"
keyword-none = { $topic } has no keyword yet.
keyword-list = Keywords of { $topic } ({ $count })
keyword-unread = cannot be read any more, finds nothing
keyword-irrelevant = { $count ->
    [one] once found irrelevant
   *[other] found irrelevant { $count } times
  }
keyword-known = { $topic } has this keyword already.
keyword-full = A chat's own topic has at most { $count } keywords.
keyword-unknown = { $topic } has no keyword “{ $text }”. { $command } list shows them; the number will do as well.
keyword-unknown-nearest = { $topic } has no keyword “{ $text }”. Did you mean “{ $nearest }”?
keyword-wanted = Looks for { $terms }.
keyword-unwanted = Places where { $terms } stands do not count.
keyword-title = In the headline only.
keyword-languages = In stories of these languages only: { $languages }.
keyword-with = The story must also have { $terms }.
keyword-without = The story must not have { $terms }.
keyword-with-title = The headline must also have { $terms }.
keyword-without-title = The headline must not have { $terms }.
keyword-near = { $terms } must stand within { $count ->
    [one] one word
   *[other] { $count } words
  }.
keyword-not-near = { $terms } must not stand within { $count ->
    [one] one word
   *[other] { $count } words
  }.
keyword-exact = { $term } (exactly as written)
keyword-ascii = { $term } (also without Turkish letters)
keyword-more = { $count } more
keyword-would-match = It would have matched { $count ->
    [one] { $count } story
   *[other] { $count } stories
  } in { $days } days.
keyword-would-drop = It would have taken { $count ->
    [one] { $count } story
   *[other] { $count } stories
  } out of the topic in { $days } days.
keyword-topic-now = The topic has { $before ->
    [one] { $before } story
   *[other] { $before } stories
  } of the last { $days } days now; with this { $after }.
keyword-examples = For example
keyword-stopped = Not everything could be tried: { $count } texts, back to { $time }.
keyword-first = The topic has had no story so far; with this keyword { $count ->
    [one] { $count } story matches
   *[other] { $count } stories match
  }.
keyword-doubles = That would more than double the topic: from { $before } to { $after }.
keyword-from-now = It counts from the next story on.
keyword-fault-length = A keyword has at most { $count } characters.
keyword-fault-empty = The keyword is empty.
keyword-fault-missing-before = A word is missing before { $sign }.
keyword-fault-missing-end = A word is missing at the end.
keyword-fault-near = near: takes a number of words from 1 to { $count }, as in near:5.
keyword-fault-near-first = near: needs a word before it.
keyword-fault-lang = lang: takes language codes, as in lang:tr,en.
keyword-fault-mark-inside = = and ~ stand before the whole phrase.
keyword-fault-mark-alone = Nothing stands behind the sign.
keyword-fault-brackets = A word is missing in the brackets.
keyword-fault-many = A keyword has at most { $count } alternatives.
keyword-fault-phrase = A phrase has at most { $count } words.
keyword-fault-word = A word has at most { $count } letters.
keyword-fault-short = A word needs at least two letters or digits.
keyword-fault-behind = Nothing stands behind { $sign }.
keyword-fault-quote = The quotation mark is not closed.
keyword-fault-bracket = The bracket is not closed.
keyword-fault-nested = A bracket stands within a bracket.

## Topics by command
topic-usage = Write the topic and its names, such as: { $command } add blood Kan bağışı | Blood donation
topic-id = A topic's short name has 1 to 24 letters a-z, digits, - and _, such as blood.
topic-known = There is a topic { $topic } already.
topic-full = A chat has at most { $count } topics of its own.
topic-name-long = A topic's name has at most { $count } characters.
topic-remove-question = Remove the topic { $topic }? { $count ->
    [0] No chat follows it.
    [one] { $count } chat follows it.
   *[other] { $count } chats follow it.
  }

## Feeds by command
feed-usage = Write a short name and an address, such as: { $command } add aa-world https://www.aa.com.tr/en/rss/default?cat=world en 5m
feed-title = Feeds
feed-none = There is no feed yet.
feed-known = There is a feed of that name or address already: { $feed }.
feed-unknown = There is no feed “{ $feed }”. Feeds: { $known }.
feed-unknown-nearest = There is no feed “{ $feed }”. Did you mean { $nearest }? Feeds: { $known }.
feed-unreadable = { $feed } could not be read: { $why }
feed-fact-items = Items
feed-fact-newest = Newest
feed-fact-reader = Read
feed-no-time = without a time
feed-reader-usual = as an ordinary feed, without faults
feed-reader-tolerant = by the tolerant reader: the feed has faults
feed-examples = The first ones
feed-will = Language: { $language }. Polled every { $every }.
feed-add-question = Shall this feed be added? The question stands for ten minutes.
feed-paused-already = The feed { $feed } is paused already.
feed-not-paused = The feed { $feed } is not paused.
feed-well = well
feed-paused = paused
feed-frozen = stands still
feed-failing = failed { $count ->
    [one] once
   *[other] { $count } times
  } ({ $why })
feed-new = not read yet
feed-no-items = none yet
feed-newest = newest item: { $age }
feed-gap = gap { $span } ago
ago = { $span } ago

## Admins by command
admin-title = Administrators
admin-fixed = from ADMINS, not changed by command
admin-known = { $admin } is an administrator already.
admin-is-fixed = { $admin } stands in ADMINS, where only the operator can take them out.
admin-unknown = { $admin } is no administrator.
admin-last = The last administrator stays.
admin-whom = Name a person: answer one of their messages, mention them, or write the address, such as telegram:123 or slack:T01/U02.

## Book of changes
audit-title = Changes
audit-none = Nothing has been changed yet.
audit-usage = Write how many changes to show ({ $command } 20), or take the last one back ({ $command } undo).
audit-undone = (taken back)
audit-undoes = (takes #{ $number } back)
undo-nothing = There is no change left to take back.
undo-stuck = This cannot be taken back, since things have changed since: { $change }.
undone = This change was taken back: { $change }.

## Status
status-title = Status
status-lanes = Accounts
status-sent = last sent { $ago }
status-sent-none = nothing sent yet
status-waiting = { $count ->
    [0] none waiting
   *[other] { $count } waiting
  }
status-oldest = the oldest for { $span }
status-through = through at { $time }
status-stories = Stories
status-unread = Pages unread
status-owed = Deliveries owed
status-uncertain = Arrival uncertain
status-dead = Deliveries given up

## Announcements
broadcast-title = Announcement
broadcast-empty = Write the words of the announcement behind the command.
broadcast-long = An announcement has at most { $count } characters.
broadcast-question = Send this to { $count ->
    [one] { $count } chat
   *[other] { $count } chats
  }? The question stands for ten minutes.
broadcast-owed = The announcement is on its way to { $count ->
    [one] { $count } chat
   *[other] { $count } chats
  }.
command-why = Explains why a story came, or why it did not
why-empty = Which story? Type its address: { $command } https://www.aa.com.tr/…
why-not-in-feed = No feed that we follow has shown this story.
why-unread = A feed has shown this story; its page has not been read yet.
why-forgotten = The story matched no topic; its text is no longer kept, so we cannot tell more.
why-unmatched = None of the keywords of our topics stands in the title or text of this story.
why-all-masked = A keyword stands there, but only within an unwanted phrase, so it does not count:
why-masked = “{ $keyword }”, unwanted phrase “{ $by }”:
why-topic = { $topic }: relevance { $percent }%, { $count ->
    [one] { $count } place
   *[other] { $count } places
  }
why-in-title = “{ $keyword }” in the title
why-in-body = “{ $keyword }” in the text
why-withdrawn = The story was taken down.
why-sent = It was posted to this chat: { $time }.
why-sent-digest = It was posted to this chat within a digest: { $time }.
why-waits = By this chat's settings it will come at this time: { $time }.
why-soon = It is waiting for its turn to be posted.
why-dead = It could not be posted: { $why }
why-dropped = It was no longer needed before it was posted: the story was taken down, or we were put out of the chat.
why-not-followed = This chat follows none of the story's topics.
why-later = This chat began to follow the topic after the story: { $time }.
why-old = The story was more than a day old when its feed was first read; such stories are not posted.
why-kind = This chat does not want stories of this kind: { $kind }.
why-language = This chat does not want stories in this language.
why-relevance = The story's relevance is { $percent }%; this chat wants at least { $floor }%.
why-muted = The topic was muted in this chat until { $time }.
why-unknown = This chat's settings were different when the story came.
command-stats = Draws the number of stories by week and topic
arguments-stats = [topic]
stats-title = Stories of the last { $weeks } weeks
stats-line = { $topic }: { $total ->
    [one] { $total } story
   *[other] { $total } stories
  } in all; { $last } this week, { $most } in the busiest week.
stats-none = There is no story in the last { $weeks } weeks.

## Settings
settings-title = Settings
settings-back = ‹ Settings
settings-chosen = ✅ { $choice }
settings-on = On
settings-off = Off
settings-all = all
settings-without = all but { $names }
settings-language = Language
settings-delivery = Delivery
settings-zone = Time zone
settings-quiet = Quiet hours
settings-length = Length
settings-kinds = Kinds of story
settings-stories = Story languages
settings-floor = Relevance
settings-muted = Muted
settings-muted-topic = { $topic } (until { $time })
settings-in-tr = Turkish
settings-in-en = English
settings-delivery-kind = { $kind ->
    [hourly] Hourly digest
    [daily] Daily digest
    [weekly] Weekly digest
   *[immediate] At once
  }
settings-delivery-state = { $kind ->
    [hourly] a digest every hour
    [daily] a digest every day at { $time }
    [weekly] a digest every { $day } at { $time }
   *[immediate] at once
  }
settings-delivery-hint = For another time: { $command } delivery daily 08:30
settings-zone-hint = For another time zone: { $command } zone Asia/Tokyo
settings-quiet-hint = Nothing is posted in these hours; what comes then follows as one digest. For other hours: { $command } quiet 22:30-06:30
settings-quiet-but = { $span } (disasters come all the same)
settings-quiet-off-but = Off (when on, disasters come all the same)
settings-quiet-from = From { $time }
settings-quiet-to = To { $time }
settings-disasters = Disasters may come
settings-length-headline = headline only
settings-length-short = short
settings-length-full = full
settings-floor-state = { $level ->
    [0] all stories
    [1] without mere mentions
   *[2] only what is about the topic itself
  }
settings-stale = This could not be set: the button is out of date or the value is none. Type { $command } for the present settings.
settings-no-value = “{ $value }” cannot be set.
settings-no-zone = There is no time zone “{ $zone }”. For example: Europe/Istanbul
settings-nothing-left = At least one has to stay on, or no story would come.

## Muting
mute-choose = Which topic shall be muted for a day?
mute-now = You have muted:
mute-which = Which topic? For example: { $command } kizilay 1d
mute-unfollowed = A topic that you do not follow cannot be muted.
mute-span = “{ $span }” is no span of time. For example: 90m, 3h, 1d, 2w
mute-offer = 🔕 { $topic }
mute-offer-end = 🔔 { $topic }
mute-day = Mute for a day
mute-week = Mute for a week
mute-end = Unmute
muted = You muted { $topics } until { $time }.
muted-until = until { $time }
mute-ended = { $topics } will be posted again.

## What readers say of a post
feedback-irrelevant = Thank you, we noted that this story is not relevant.
feedback-wrong = Thank you, we told the administrators. They will look into it.
feedback-before = You told us that before.

## Causes
cause-status = the site answered HTTP { $status }
cause-unasked = the site said “not changed” (HTTP 304) though nobody had asked
cause-cut = the answer was cut off
cause-empty = the answer is empty
cause-no-feed = this is no feed, it begins like this: { $found }
cause-large = the answer is too large (more than { $size } bytes)
cause-unknown-host = there is no server of that name
cause-look-up = the server's name could not be looked up
cause-refused = the server refused the connection
cause-reset = the connection broke
cause-slow = the server did not answer in time
cause-unreachable = the server cannot be reached
cause-headers = the headers of the answer are too long
cause-connection = the connection failed
cause-stopped = Tellal was stopped meanwhile
cause-no-address = this is no valid address
cause-downgrade = it redirects from https to http, which is not safe
cause-redirect = redirect: { $why }
cause-redirects = it redirects more than { $count } times
cause-robots = the robots.txt of { $host } does not allow this address to be read
cause-robots-failed = the robots.txt of { $host } could not be read: { $why }
cause-scheme = an address has to begin with http or https, not with { $scheme }
cause-password = the address carries a user name or a password
cause-port = port { $port } is not allowed
cause-private = { $host } is no address of the public internet
cause-leads-private = { $host } leads to { $to }, which is no address of the public internet
cause-own = a fault of Tellal's own, see the log
cause-token-dead = Telegram does not accept the bot's token any more; get a new one from @BotFather
cause-token-unknown = Telegram knows no bot of this token; copy it anew from @BotFather
cause-blocked = the person blocked the bot
cause-deleted-account = the person's account was deleted
cause-not-started = the person has not started the bot
cause-bot = the other side is a bot too
cause-removed = we were removed from the chat
cause-deleted = the chat was deleted
cause-archived = the channel was archived
cause-closed = the group was closed or became a supergroup
cause-thread = the thread was closed or deleted
cause-unknown-chat = Telegram knows no such chat, or the bot is not in it
cause-administrator = the bot has to be an administrator to post in this channel
cause-may-not = the bot may not write here
cause-telegram-away = Telegram cannot be reached
cause-unanswered = sent { $count } times without an answer
cause-invite = write /invite @Tellal in the channel
cause-invite-private = the channel is gone or private: write /invite @Tellal in it
cause-uninstalled = the app was removed from the workspace
cause-install-removed = the app was removed from the workspace: install it again and set its new token
cause-install = install the app again and set its new token
cause-revoked = the app's token was revoked
cause-address-list = the app's list of allowed addresses leaves out this machine
cause-messages-tab = switch on the messages tab in the app's settings
cause-token-wrong = the token is wrong or missing

## For the admins
notice-gap = There is a gap in the feed { $feed }: stories may have passed unseen.
notice-failing = The feed { $feed } could not be read for { $span }: { $why }
notice-silent = The feed { $feed } answers, but is unusually silent.
notice-silent-since = The feed { $feed } answers, but is unusually silent: its newest item is { $span } old.
notice-layout = The layout of the pages of { $feed } seems to have changed: { $count } pages in a row could not be read as usual.
notice-still = Nothing is sent by { $lane }: { $count } deliveries wait, the oldest for { $span }.
notice-well-failing = The feed { $what } is read again.
notice-well-silent = The feed { $what } brings news again.
notice-well-layout = The pages of { $what } are read as usual again.
notice-well-still = { $what } sends again.
notice-well-closed = { $what } accepts our account again.
notice-unread = The keyword “{ $keyword }” of the topic { $topic } cannot be read any more and finds nothing. Please mend it.
notice-dead = A post to the chat { $chat } could not be delivered and was given up: { $why }
notice-gone = Nothing can be posted to the chat { $chat } any more: { $why }. Once Tellal is back in the channel, follow anew with /tellal subscribe.
notice-closed = { $lane } does not accept our account any more; nothing is posted there: { $why }

## Installing the Slack app
install-done = Tellal is now in your Slack workspace. Invite it to a channel with /invite @Tellal, then write /tellal there.
install-cancelled = The installation was cancelled; nothing was changed. You may close this page.
install-failed = The installation did not succeed, perhaps because it took longer than ten minutes. Please begin again from the link that you were given.
install-unfit = Tellal can only be installed in single workspaces, not in a whole organisation. Please choose a workspace and try again.
notice-wrong = Somebody in the chat { $chat } says that this brief is wrong ({ $story }). They were shown:

## Windows and the app's page in Slack
command-configure = Opens a window with all that this chat can choose
form-save = Save
form-missing = Please fill this in.
form-long = This is too long.
form-foreign = This cannot be chosen here any more. Close the window and open it anew.
form-stale = This window is out of date, or not yours. Close it and open it anew.
form-late = The window could not be opened in time. Please try again.
form-elsewhere = Type { $command } in the channel: a window opens there.
brief-no-link = There is no link to an AA story in this message.
configure-title = Configure
configure-topics = Topics to follow
configure-at = Time of the daily or weekly digest
configure-day = Day of the weekly digest
configure-quiet-from = Quiet from
configure-quiet-to = Quiet until
configure-quiet-long = Quiet hours have to leave at least four hours of the day.
command-keywords = Opens a window to try and add keywords
keywords-title = Keywords
keywords-submit = Go
keywords-topic = Topic
keywords-expression = Expression
keywords-hint = For example: Kızılay, or -Kızılay Meydanı for what is not wanted
keywords-what = What to do
keywords-test = Only try it: what would it have found?
keywords-add = Add it to the topic
configured = Saved.
configured-none = You follow no topic here.
home-chats = Your channels
home-direct = Here, in our conversation
home-nothing = no topic yet
home-configure = Configure
home-invite = To have a channel's news here, invite me there with /invite @Tellal and write /tellal configure.
home-latest = Latest briefs
home-feeds = Feeds
home-refresh = Refresh

## The web page
command-web = Gives a link, good for one use, to the web page with archive and status
web-off = The web page is not open yet. Whoever runs Tellal has to set WEB_PORT and WEB_URL.
web-link = Web page
web-link-how = The link is valid for 15 minutes and can be used once.
web-menu = Pages
web-skip = Skip to content
web-archive = Archive
web-people = People
web-decisions = Decisions
web-status = Status
web-keywords = Keywords
web-leave = Sign out
web-foot = Each story names its source. People and decisions are extracted automatically; consult the original story.
web-closed = This page is not public
web-closed-how = Write /web to Tellal in a chat (in Slack: /tellal web). The link that it sends lets you in.
web-token = Access token
web-token-wrong = This token is not right.
web-enter = Sign in
web-welcome = Tellal's archive
web-welcome-how = Press the button to go on. The link works only once.
web-ticket-over = This link is no longer valid
web-missing = There is nothing here
web-missing-how = The address may be mistyped, or what you look for is no longer kept.
web-failed = The page cannot be shown
web-words = Search the stories
web-search = Search
web-narrow = Narrow down
web-topic = Topic
web-kind = Kind
web-country = Country
web-person = Person
web-from = From
web-to = To
web-any = All
web-all = Remove filters
web-none = No story fits what you asked for.
web-newest = « Newest
web-stopped = So many stories had to be looked at that older ones were left out.
web-further = Search further back »
web-pages = Paging
web-person-shown = Showing { $name }. It could also be:
web-people-here = Where else were these people seen?
web-versions = What changed?
web-version = Version { $number }
web-version-first = First record
web-version-partial = full text not yet known
web-version-same = Nothing that is shown has changed.
web-change-title = Title
web-change-kind = Kind
web-change-lead = Lead
web-change-place = Place
web-change-date = Date
web-change-attendee = Attendee
web-change-decision = Decision
web-matched = Why is it here?
web-delivered = Delivery
web-delivered-none = This story was sent to no chat.
web-platform = Platform
web-platform-console = Console
web-platform-telegram = Telegram
web-platform-slack = Slack
web-state-sent = Sent
web-state-waiting = Waiting
web-state-sending = Uncertain
web-state-dead = Failed
web-state-moot = Not needed
web-first-post = First post
web-name = First or last name
web-met-since = Period
web-days = Last { $days } days
web-show = Show
web-people-none = Nobody was recorded in this period.
web-meetings = { $count ->
    [one] { $count } story
   *[other] { $count } stories
  }
web-their-meetings = Attended
web-companions = Whom did they meet?
web-companions-none = Nobody else is named beside them.
web-decisions-none = No decisions are recorded.
web-undated = Undated
web-keywords-how = A story is chosen because one of these expressions stands in it; those that begin with - are unwanted. The column “Not relevant” counts how often readers said that of a story which the expression brought. They are changed in chats with /keyword.
web-keyword = Expression
web-keyword-count = { $count ->
    [one] { $count } expression
   *[other] { $count } expressions
  }
web-all-well = All is well.
web-not-well = Attention: feeds in trouble { $feeds }, accounts that are late { $lanes }.
web-outbox-age = Longest waiting
web-numbers = Numbers
web-last-good = Last good poll
web-next-poll = Next poll
web-failures = Failures in a row
web-gap = Gap
web-now = now
web-in = in { $span }
web-health-well = well
web-health-new = not read yet
web-health-paused = paused
web-health-failing = cannot be read
web-health-frozen = stands still
web-health-silent = unusually silent
web-sparkline = { $count } stories in the last { $hours } hours
web-last-sent = Last sent
web-oldest = Oldest
web-lane-late = late
web-errors = Last errors
web-errors-none = In the last seven days nothing failed to be sent.
web-charts = Charts
web-charts-span = The last { $weeks } weeks.
web-chart-weeks = Stories by week
web-chart-kinds = Kinds of stories
web-chart-countries = Countries
web-chart-spans = From publication to post
web-in-numbers = In numbers
web-within = within { $span }
web-longer = over { $span }
web-median = Half of the stories were posted within { $span }.
web-take-along = Download or subscribe:
web-stories-csv = stories (CSV)
web-people-csv = attendees (CSV)
web-decisions-csv = decisions (CSV)
web-calendar = calendar

## Forgetting a chat
command-forget = Deletes all that we keep of this chat
forget-question = This chat's subscriptions, settings, own topics and records of what was sent will be deleted for good; no more stories will be sent. Messages that were sent before stay in the chat. Delete all that?
forget-yes = Yes, delete all
forget-done = All that we kept of this chat was deleted. Follow a topic to begin anew.
forget-nothing = We keep nothing of this chat.
