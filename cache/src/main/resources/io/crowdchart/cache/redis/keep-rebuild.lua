-- Shows that a builder is alive, or hands its rebuild over.
--
-- KEYS  1 state of the charts that are read
-- ARGV  the builder, the time in milliseconds, who is at work from now on
--
-- Returns 1, or 0 if the builder is not at work any more.

if redis.call('HGET', KEYS[1], 'rebuild') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'rebuild', ARGV[3], 'rebuild-at', ARGV[2])
return 1
