-- Names the first songs of one chart, from one moment. Writes nothing.
--
-- KEYS  1 the chart, 2 titles, 3 state
-- ARGV  beginning of the fields of pulses, number of songs
--
-- Returns { 1 if there is a pulse, else 0; song, score, title of each } with '' where there is no title.

local chart, titles, state = KEYS[1], KEYS[2], KEYS[3]

local pulse = 0
local fields = redis.call('HGETALL', state)
for i = 1, #fields, 2 do
  if string.sub(fields[i], 1, #ARGV[1]) == ARGV[1] then
    pulse = 1
  end
end

local list = {}
if pulse == 1 then
  local range = redis.call('ZRANGE', chart, 0, tonumber(ARGV[2]) - 1, 'WITHSCORES')
  for i = 1, #range, 2 do
    list[#list + 1] = range[i]
    list[#list + 1] = range[i + 1]
    -- One by one: a user who may answer questions needs no other command for it.
    list[#list + 1] = redis.call('HGET', titles, range[i]) or ''
  end
end
return { pulse, list }
