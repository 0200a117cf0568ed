-- Answers one question about one chart, from one moment. Writes nothing.
--
-- KEYS  1 the chart, 2 titles, 3 state, 4 an earlier chart if one is wanted
-- ARGV  field of the chart's total, beginning of the fields of pulses,
--       position of the first line from 0, number of lines,
--       number of lines from the top that are wanted besides, to be remembered, number of lines of the earlier chart,
--       the songs whose place is wanted
--
-- Returns { values of the pulses, number of songs, total of votes,
--           song, score, rank, title of each line,
--           song, score, rank, title, number of songs with this score of each place that there is,
--           song, score, rank, title of each line from the top,
--           song, score, rank, title of each line of the earlier chart }
-- with '' where there is no title.

local chart, titles, state, earlier = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

local pulses, total = {}, '0'
local fields = redis.call('HGETALL', state)
for i = 1, #fields, 2 do
  if fields[i] == ARGV[1] then
    total = fields[i + 1]
  elseif string.sub(fields[i], 1, #ARGV[2]) == ARGV[2] then
    pulses[#pulses + 1] = fields[i + 1]
  end
end

local songs = redis.call('ZCARD', chart)
if songs == 0 then
  -- An expired chart leaves its total for a while.
  total = '0'
end

-- Competition rank: one more than the songs with more votes. Scores are minus the votes.
local function rank(of, score)
  return 1 + redis.call('ZCOUNT', of, '-inf', '(' .. score)
end

local function append(list, song, score, place)
  list[#list + 1] = song
  list[#list + 1] = score
  list[#list + 1] = place
  list[#list + 1] = redis.call('HGET', titles, song) or ''
end

local function lines(of, from, count)
  local list = {}
  if count > 0 then
    local range = redis.call('ZRANGE', of, from, from + count - 1, 'WITHSCORES')
    local score, place
    for i = 1, #range, 2 do
      if range[i + 1] ~= score then
        score = range[i + 1]
        -- The first line may be in the middle of a tie; later ones begin theirs.
        place = i == 1 and rank(of, score) or from + (i + 1) / 2
      end
      append(list, range[i], score, place)
    end
  end
  return list
end

local places = {}
for i = 7, #ARGV do
  local score = redis.call('ZSCORE', chart, ARGV[i])
  if score then
    append(places, ARGV[i], score, rank(chart, score))
    places[#places + 1] = redis.call('ZCOUNT', chart, score, score)
  end
end

local asked, top = lines(chart, tonumber(ARGV[3]), tonumber(ARGV[4])), lines(chart, 0, tonumber(ARGV[5]))
local before = earlier and lines(earlier, 0, tonumber(ARGV[6])) or {}
return { pulses, songs, total, asked, places, top, before }
