-- Takes a rebuild on, unless another builder is at work. The time is the server's: those of the builders may differ.
--
-- KEYS  1 state of the charts that are read, 2 state of the charts in the making
-- ARGV  the builder, who the same writer was at its last rebuild, how many milliseconds another builder may be silent,
--       field and value by turns, for the state of the charts in the making
--
-- Returns 1, or 0 if another builder is at work.

local live, making = KEYS[1], KEYS[2]
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local other = redis.pcall('HGET', live, 'rebuild')
if type(other) == 'table' then
  if not string.find(other.err, 'WRONGTYPE', 1, true) then
    return other
  end
  -- A state that is no hash is none; only a stranger can have put it there.
  redis.call('UNLINK', live)
  other = false
end
if other and other ~= 'asked' and other ~= ARGV[1] and other ~= ARGV[2] then
  local silent = now - tonumber(redis.call('HGET', live, 'rebuild-at') or 0)
  if silent < tonumber(ARGV[3]) then
    return 0
  end
end
redis.call('HSET', live, 'rebuild', ARGV[1], 'rebuild-at', now)
for i = 4, #ARGV, 2 do
  redis.call('HSET', making, ARGV[i], ARGV[i + 1])
end
return 1
