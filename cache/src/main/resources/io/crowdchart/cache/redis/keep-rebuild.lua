-- Shows that a builder is alive, or hands its rebuild over.
--
-- KEYS  1 state of the charts that are read
-- ARGV  the builder, who is at work from now on
--
-- Returns 1, or 0 if the builder is not at work any more.

if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 0
end
local time = redis.call('TIME')
redis.call('HSET', KEYS[1], 'rebuild', ARGV[2], 'rebuild-at', time[1] * 1000 + math.floor(time[2] / 1000))
return 1
