-- Crowd Chart: the KSQL statements. This file is the definition of the chart; ksqlDB runs it as it is (ksql.queries.file).
--
-- The order of the statements is state: the place of a statement names its query, its consumer group and its internal
-- topics. Append; never reorder, never insert. A moved statement would count again from the first vote.
-- ChartTopology is the same in Java; a test compares the two. Column names reach the topics in upper case.

-- A query starts at the first record of its topics, not at the next one.
SET 'auto.offset.reset' = 'earliest';

-- votes: what the source says.
--   input   topic votes, written by the source
--   key     the post, as plain text
--   value   who votes, for which song, how its title is written, in which day and hour it counts
--   why     a table, because a vote is a row: an edit of the post replaces it, a null value takes it back
CREATE TABLE votes (
  post VARCHAR PRIMARY KEY,
  voter VARCHAR,
  song VARCHAR,
  title VARCHAR,
  day VARCHAR,
  hour VARCHAR
) WITH (KAFKA_TOPIC='votes', KEY_FORMAT='KAFKA', VALUE_FORMAT='JSON', PARTITIONS=2);

-- ballots: one person, one song, one ballot, however many posts say so.
--   input   votes
--   key     {"SONG":…,"VOTER":…}
--   output  {"POSTS":n}, null when the last post behind the ballot is gone
--   why     the first of two levels, which make the count exact (COUNT_DISTINCT only estimates). HAVING turns "none left"
--           into a removal. The LEN limits keep a record that is too large from stopping the query for good; a column
--           without a value fails them too.
CREATE TABLE ballots WITH (KAFKA_TOPIC='ballots', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=2) AS
SELECT song, voter, COUNT(*) AS posts
FROM votes
WHERE LEN(song) <= 200 AND LEN(voter) <= 100
GROUP BY song, voter
HAVING COUNT(*) > 0
EMIT CHANGES;

-- song_ranking: the all-time chart.
--   input   ballots
--   key     the song, as a JSON string
--   output  {"VOTES":n}, null when the last vote is gone
--   why     what Kafka Connect keeps in Redis. One partition: one order for the reader. Putting songs in order of votes is
--           the sorted set's work.
CREATE TABLE song_ranking WITH (KAFKA_TOPIC='song_ranking', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=1) AS
SELECT song, COUNT(*) AS votes
FROM ballots
GROUP BY song
HAVING COUNT(*) > 0
EMIT CHANGES;

-- daily_ballots: as ballots, by day.
--   input   votes
--   key     {"DAY":…,"SONG":…,"VOTER":…}
--   output  {"POSTS":n}, null when the last post behind the ballot is gone
--   why     the day is a column that the source fills, not a window: windowed keys are binary, and a vote may move to
--           another day
CREATE TABLE daily_ballots WITH (KAFKA_TOPIC='daily_ballots', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=2) AS
SELECT day, song, voter, COUNT(*) AS posts
FROM votes
WHERE LEN(song) <= 200 AND LEN(voter) <= 100 AND LEN(day) <= 10
GROUP BY day, song, voter
HAVING COUNT(*) > 0
EMIT CHANGES;

-- daily_ranking: the charts by day.
--   input   daily_ballots
--   key     {"DAY":…,"SONG":…}
--   output  {"VOTES":n}, null when the last vote of that day is gone
--   why     as song_ranking
CREATE TABLE daily_ranking WITH (KAFKA_TOPIC='daily_ranking', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=1) AS
SELECT day, song, COUNT(*) AS votes
FROM daily_ballots
GROUP BY day, song
HAVING COUNT(*) > 0
EMIT CHANGES;

-- hourly_ballots: as ballots, by hour.
--   input   votes
--   key     {"HOUR":…,"SONG":…,"VOTER":…}
--   output  {"POSTS":n}, null when the last post behind the ballot is gone
--   why     as daily_ballots
CREATE TABLE hourly_ballots WITH (KAFKA_TOPIC='hourly_ballots', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=2) AS
SELECT hour, song, voter, COUNT(*) AS posts
FROM votes
WHERE LEN(song) <= 200 AND LEN(voter) <= 100 AND LEN(hour) <= 13
GROUP BY hour, song, voter
HAVING COUNT(*) > 0
EMIT CHANGES;

-- hourly_ranking: the charts by hour.
--   input   hourly_ballots
--   key     {"HOUR":…,"SONG":…}
--   output  {"VOTES":n}, null when the last vote of that hour is gone
--   why     as song_ranking
CREATE TABLE hourly_ranking WITH (KAFKA_TOPIC='hourly_ranking', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=1) AS
SELECT hour, song, COUNT(*) AS votes
FROM hourly_ballots
GROUP BY hour, song
HAVING COUNT(*) > 0
EMIT CHANGES;

-- vote_events: the topic votes once more, as a stream.
--   input   topic votes
--   key     the post, as plain text
--   value   the song and how its title is written
--   why     EARLIEST_BY_OFFSET works on streams only
CREATE STREAM vote_events (post VARCHAR KEY, song VARCHAR, title VARCHAR)
WITH (KAFKA_TOPIC='votes', KEY_FORMAT='KAFKA', VALUE_FORMAT='JSON');

-- song_titles: how a song is written.
--   input   vote_events
--   key     the song, as a JSON string
--   output  {"TITLE":…}, the first spelling seen
--   why     for display only: it stays when the vote goes, so that a song that comes back is written as before
CREATE TABLE song_titles WITH (KAFKA_TOPIC='song_titles', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=1) AS
SELECT song, EARLIEST_BY_OFFSET(title) AS title
FROM vote_events
WHERE LEN(song) <= 200 AND LEN(title) <= 200
GROUP BY song
EMIT CHANGES;

-- heartbeats: every source says every few seconds up to when it has seen posts.
--   input   topic heartbeats, written by the source
--   key     the source, as plain text
--   value   that time, in microseconds since 1970, and the time zone of the chart
--   why     silence and standstill look the same; a heartbeat tells them apart
CREATE STREAM heartbeats (source VARCHAR KEY, seen_at BIGINT, zone VARCHAR)
WITH (KAFKA_TOPIC='heartbeats', KEY_FORMAT='KAFKA', VALUE_FORMAT='JSON', PARTITIONS=1);

-- pulse: the latest heartbeat of every source.
--   input   heartbeats
--   key     the source, as a JSON string
--   output  {"SEEN_AT":…,"ZONE":…}
--   why     it goes the way of the votes: when this engine stands still, the pulse grows old
CREATE TABLE pulse WITH (KAFKA_TOPIC='pulse', KEY_FORMAT='JSON', VALUE_FORMAT='JSON', PARTITIONS=1) AS
SELECT source, LATEST_BY_OFFSET(seen_at) AS seen_at, LATEST_BY_OFFSET(zone) AS zone
FROM heartbeats
WHERE LEN(source) <= 100 AND LEN(zone) <= 100
GROUP BY source
EMIT CHANGES;
