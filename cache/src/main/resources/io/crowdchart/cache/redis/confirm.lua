-- Notes that there is nothing else to read in some partitions, where they are still at these positions.
--
-- KEYS  1 state
-- ARGV  the time in milliseconds,
--       of each partition: field of its position, position, field of the confirmation

for i = 2, #ARGV, 3 do
  if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[i + 1] then
    redis.call('HSET', KEYS[1], ARGV[i + 2], ARGV[1])
  end
end
return {}
