-- Asks for a rebuild, unless one is asked for or at work.
--
-- KEYS  1 state
-- ARGV  the time in milliseconds

if redis.call('HSETNX', KEYS[1], 'rebuild', 'asked') == 1 then
  redis.call('HSET', KEYS[1], 'rebuild-at', ARGV[1])
end
return {}
