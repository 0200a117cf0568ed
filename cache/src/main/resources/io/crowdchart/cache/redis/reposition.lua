-- Replaces stored positions.
--
-- KEYS  1 state
-- ARGV  field and position ('' to forget it) by turns

for i = 1, #ARGV, 2 do
  if ARGV[i + 1] == '' then
    redis.call('HDEL', KEYS[1], ARGV[i])
  else
    redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1])
  end
end
return {}
