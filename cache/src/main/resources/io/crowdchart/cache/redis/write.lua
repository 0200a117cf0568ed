-- Applies a batch of changes to a set of charts, whole or not at all: to the charts that are read, unless they are to be
-- made anew, or to charts in the making, if their builder is still the one at work.
--
-- KEYS  1 state, 2 titles, 3 state of the charts that are read, 4 ... the charts of the batch
-- ARGV  the time in milliseconds,
--       the builder ('' for the charts that are read),
--       the number of partitions; of each: field, position that must be stored, position to store,
--       of each chart: field of its total, when it expires (seconds; '' never; 'past': it already has),
--           the number of songs that leave it; these,
--           the number of arguments for ZADD; these (score and song by turns),
--       the number of arguments for titles; these (song and title by turns),
--       the number of arguments for pulses; these (field and value by turns)
--
-- Returns an empty list if the batch was applied, else the stored position of each partition ('' for none).
-- Runs from Redis 6.2 and on Valkey. Where memory or the right to write is missing, the first write says so. A key of a wrong
-- type, which only a stranger can have made, may stop it later: then the positions have not moved, and all values are absolute.

local state, titles, live = KEYS[1], KEYS[2], KEYS[3]

-- Lua cannot hand over more than some 8000 arguments to a call. Even, so that it never separates a pair.
local CHUNK = 2000
local cursor = 0

local function take()
  cursor = cursor + 1
  return ARGV[cursor]
end

-- Takes a number and then as many arguments, and gives their places to a function, chunk by chunk.
local function take_chunks(use)
  local last = tonumber(take()) + cursor
  while cursor < last do
    local first = cursor + 1
    cursor = math.min(cursor + CHUNK, last)
    use(first, cursor)
  end
end

local function sum(scores)
  local total = 0
  for _, score in ipairs(scores) do
    if score then
      total = total + tonumber(score)
    end
  end
  return total
end

local now, builder = take(), take()
local stored, positions = {}, {}
local follows = (redis.call('HGET', live, 'rebuild') or '') == builder
for i = 1, tonumber(take()) do
  local field, from = take(), take()
  stored[i] = redis.call('HGET', state, field) or ''
  follows = follows and stored[i] == from
  positions[i] = { field, take() }
end
if not follows then
  return stored
end

for i = 4, #KEYS do
  local chart, field, expiry = KEYS[i], take(), take()
  if expiry == 'past' then
    redis.call('UNLINK', chart)
  else
    -- Scores are minus the votes, and so is their total here. A total may outlive its chart, which expires alone.
    local total = 0
    if redis.call('EXISTS', chart) == 1 then
      total = -tonumber(redis.call('HGET', state, field) or 0)
    end
    take_chunks(function(first, last)
      total = total - sum(redis.call('ZMSCORE', chart, unpack(ARGV, first, last)))
      redis.call('ZREM', chart, unpack(ARGV, first, last))
    end)
    take_chunks(function(first, last)
      local songs = {}
      for j = first, last, 2 do
        total = total + tonumber(ARGV[j])
        songs[#songs + 1] = ARGV[j + 1]
      end
      total = total - sum(redis.call('ZMSCORE', chart, unpack(songs)))
      redis.call('ZADD', chart, unpack(ARGV, first, last))
    end)
    if expiry ~= '' then
      redis.call('EXPIREAT', chart, expiry)
    end
    if redis.call('EXISTS', chart) == 1 then
      redis.call('HSET', state, field, string.format('%.0f', -total))
    end
  end
  -- Empty, or expired by the server's clock.
  if redis.call('EXISTS', chart) == 0 then
    redis.call('HDEL', state, field)
  end
end

take_chunks(function(first, last)
  redis.call('HSET', titles, unpack(ARGV, first, last))
end)
take_chunks(function(first, last)
  redis.call('HSET', state, unpack(ARGV, first, last))
end)
for _, position in ipairs(positions) do
  redis.call('HSET', state, position[1], position[2])
end
redis.call('HSET', state, 'written-at', now)
if builder ~= '' then
  local time = redis.call('TIME')
  redis.call('HSET', live, 'rebuild-at', time[1] * 1000 + math.floor(time[2] / 1000))
end
return {}
