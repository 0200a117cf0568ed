// What is wrong with a screen, from where its texts are drawn.

const MOST_BEGINNING = 10;
const LONG_WORD = 12;
const CORNERS = [['left', 'top'], ['right', 'top'], ['left', 'bottom'], ['right', 'bottom']];

/** The texts that must be on a screen: { text, whole }; of a title, the end may be left out. */
export function expectedOn({datasources: {screen}}) {
  const songs = screen.songs ?? (screen.song ? [screen.song] : []);
  return [
    whole(screen.heading),
    ...(screen.freshness ? [whole(screen.freshness)] : []),
    ...(screen.examples ?? []).map(whole),
    ...songs.flatMap((song) => [
      whole(song.place),
      {text: unmarked(song.title), whole: false},
      whole(song.votes),
      ...(screen.song ? (song.movement ? [whole(song.movement)] : []) : (song.moved ? [whole(song.moved)] : [])),
    ]),
  ];
}

/** Where to touch the last row, what it is to send, and the title on it; nothing if there are no rows. */
export function touchOf({datasources: {screen}}, {texts}) {
  if (!screen.songs) {
    return undefined;
  }
  const song = screen.songs[screen.songs.length - 1];
  const votes = texts.filter(({text}) => plain(text) === plain(song.votes)).pop();
  const box = votes?.boxes[0];
  return box && {x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, arguments: song.touch, title: song.title};
}

export function faultsOnScreen({texts, all, warnings}, expected, viewport) {
  return [
    ...warnings.map((warning) => `the view host says: ${warning}`),
    ...missing(expected, all),
    ...texts.flatMap((text) => clipped(text, viewport)),
    ...overlapping(texts),
  ];
}

function whole(text) {
  return {text, whole: true};
}

function unmarked(text) {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(code))
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function plain(text) {
  return text.normalize('NFC').replace(/[\s\u200B]+/gu, '');
}

function missing(expected, all) {
  const shown = plain(all);
  return expected
    .filter((one) => !shown.includes(plain(one.text)) && (one.whole || !beginnings(one.text).some((beginning) => shown.includes(beginning))))
    .map(({text}) => `'${text}' is not there`);
}

/**
 * As much of a long title as must be there: ten characters. Where a word may be longer than the line, the view host shows less of it,
 * at worst an ellipsis alone.
 */
function beginnings(title) {
  const characters = [...plain(title)].slice(0, MOST_BEGINNING);
  const shorter = characters.map((_, at) => `${characters.slice(0, at).join('')}…`);
  const isLong = title.split(/\s/u).some((word) => [...word].length > LONG_WORD);
  return [characters.join(''), ...(isLong ? shorter : [])];
}

/** What can be seen of a box through everything that hides its overflow. */
function seenOf(box, hiding) {
  return hiding.reduce((seen, by) => ({
    left: Math.max(seen.left, by.left),
    top: Math.max(seen.top, by.top),
    right: Math.min(seen.right, by.right),
    bottom: Math.min(seen.bottom, by.bottom),
  }), box);
}

function clipped({text, boxes, hiding, ellipsis}, {width, height, shape}) {
  return boxes.flatMap((box) => {
    const seen = seenOf(box, hiding);
    const hidden = Math.max(box.right - box.left - (seen.right - seen.left), ellipsis ? 0 : box.bottom - box.top - (seen.bottom - seen.top));
    if (!ellipsis && hidden > 2) {
      return [`'${text}' is cut off by ${Math.round(hidden)} pixels`];
    }
    if (seen.right <= seen.left || seen.bottom <= seen.top) {
      return [];
    }
    if (seen.left < 0 || seen.top < 0 || seen.right > width || seen.bottom > height) {
      return [`'${text}' leaves the screen`];
    }
    const outside = shape === 'ROUND' && CORNERS.some(([x, y]) => Math.hypot(seen[x] - width / 2, seen[y] - height / 2) > width / 2);
    return outside ? [`'${text}' leaves the circle`] : [];
  });
}

function overlapping(texts) {
  const seen = texts.map(({text, boxes, hiding}) => ({text, boxes: boxes.map((box) => seenOf(box, hiding))}));
  return seen.flatMap((one, at) => seen.slice(at + 1)
    .filter((other) => one.boxes.some((box) => other.boxes.some((another) => meet(box, another))))
    .map((other) => `'${one.text}' and '${other.text}' overlap`));
}

function meet(one, other) {
  return Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 1;
}
