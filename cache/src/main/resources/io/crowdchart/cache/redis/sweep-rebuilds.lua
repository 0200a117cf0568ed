-- Removes what builders left that are not at work any more. Whoever is at work has the mark before its first key.
--
-- KEYS  1 state of the charts that are read, 2 ... keys of charts in the making
-- ARGV  of each of these keys its builder

local builder = redis.pcall('HGET', KEYS[1], 'rebuild')
if type(builder) == 'table' and not string.find(builder.err, 'WRONGTYPE', 1, true) then
  return builder
end
for i = 2, #KEYS do
  if ARGV[i - 1] ~= builder then
    redis.call('UNLINK', KEYS[i])
  end
end
return {}
