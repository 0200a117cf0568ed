-- Asks for a rebuild, unless one is asked for or at work.
--
-- KEYS  1 state

if redis.call('HSETNX', KEYS[1], 'rebuild', 'asked') == 1 then
  local time = redis.call('TIME')
  redis.call('HSET', KEYS[1], 'rebuild-at', time[1] * 1000 + math.floor(time[2] / 1000))
end
return {}
