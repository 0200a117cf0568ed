-- Looks at one chart without its songs. Writes nothing.
--
-- KEYS  1 the chart
--
-- Returns { number of songs, when it expires in seconds since 1970 (-1 never) }.
-- EXPIRETIME would say it, but exists from Redis 7 only.

local songs = redis.call('ZCARD', KEYS[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  return { songs, -1 }
end
local time = redis.call('TIME')
return { songs, math.floor(time[1] + (time[2] / 1000 + left) / 1000 + 0.5) }
