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
command-help = Shows the commands
arguments-topic = <topic>
arguments-latest = [topic] [number]
help-title = Commands
help-chat-admin = chat administrators
help-admin = administrators
unknown-command = There is no command { $command }. Type { $help } to see them all.
unknown-command-nearest = There is no command { $command }. Did you mean { $nearest }? All commands: { $help }
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

## For the admins
notice-gap = There is a gap in the feed { $feed }: stories may have passed unseen.
notice-layout = The page of this story has a layout that we do not know and could not read: { $link }
notice-dead = A post to the chat { $chat } could not be delivered and was given up: { $why }
notice-gone = Nothing can be posted to the chat { $chat } any more: { $why }. Write /invite @Tellal in the channel, then follow anew with /tellal subscribe.
notice-closed = { $lane } does not accept our account any more; nothing is posted there: { $why }

## Installing the Slack app
install-done = Tellal is now in your Slack workspace. Invite it to a channel with /invite @Tellal, then write /tellal there.
install-cancelled = The installation was cancelled; nothing was changed. You may close this page.
install-failed = The installation did not succeed, perhaps because it took longer than ten minutes. Please begin again from the link that you were given.
install-unfit = Tellal can only be installed in single workspaces, not in a whole organisation. Please choose a workspace and try again.
