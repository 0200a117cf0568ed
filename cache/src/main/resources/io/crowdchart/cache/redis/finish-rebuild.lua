-- Puts charts in the making in the place of all others, in one step.
--
-- KEYS  by turns a key of the charts that are read and the same one of those in the making: state, titles, every chart
--       that there is on either side
-- ARGV  the time in milliseconds, the builder, the number of partitions,
--       of each: field of its position, position that the charts in the making must have,
--       field and value by turns, for the state
--
-- Returns 1, or 0 if the builder is not at work any more, or lost what it made; nothing is changed then.
-- An error can only come from the first write.

local live, making = KEYS[1], KEYS[2]
if redis.call('HGET', live, 'rebuild') ~= ARGV[2] then
  return 0
end
local last = 3 + 2 * tonumber(ARGV[3])
for i = 4, last, 2 do
  if redis.call('HGET', making, ARGV[i]) ~= ARGV[i + 1] then
    return 0
  end
end

redis.call('HSET', making, 'written-at', ARGV[1])
for i = last + 1, #ARGV, 2 do
  redis.call('HSET', making, ARGV[i], ARGV[i + 1])
end
for i = 1, #KEYS, 2 do
  redis.call('UNLINK', KEYS[i])
  -- A chart that lost all its songs is no key.
  if redis.call('EXISTS', KEYS[i + 1]) == 1 then
    redis.call('RENAME', KEYS[i + 1], KEYS[i])
  end
end
return 1
