-- Asks for a rebuild, unless one is asked for or at work.
--
-- KEYS  1 state

local asked = redis.pcall('HSETNX', KEYS[1], 'rebuild', 'asked')
if type(asked) == 'table' then
  if not string.find(asked.err, 'WRONGTYPE', 1, true) then
    return asked
  end
  -- A state that is no hash is none; only a stranger can have put it there.
  redis.call('UNLINK', KEYS[1])
  asked = redis.call('HSETNX', KEYS[1], 'rebuild', 'asked')
end
if asked == 1 then
  local time = redis.call('TIME')
  redis.call('HSET', KEYS[1], 'rebuild-at', time[1] * 1000 + math.floor(time[2] / 1000))
end
return {}
