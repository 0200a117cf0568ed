-- Takes a rebuild on, unless another builder is at work.
--
-- KEYS  1 state of the charts that are read, 2 state of the charts in the making
-- ARGV  the time in milliseconds, the builder, who the same writer was at its last rebuild,
--       how many milliseconds another builder may be silent,
--       field and value by turns, for the state of the charts in the making
--
-- Returns 1, or 0 if another builder is at work.

local live, making = KEYS[1], KEYS[2]
local other = redis.call('HGET', live, 'rebuild')
if other and other ~= 'asked' and other ~= ARGV[3] then
  local silent = tonumber(ARGV[1]) - tonumber(redis.call('HGET', live, 'rebuild-at') or 0)
  if silent < tonumber(ARGV[4]) then
    return 0
  end
end
redis.call('HSET', live, 'rebuild', ARGV[2], 'rebuild-at', ARGV[1])
for i = 5, #ARGV, 2 do
  redis.call('HSET', making, ARGV[i], ARGV[i + 1])
end
return 1
