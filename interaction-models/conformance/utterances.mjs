// Utters every sample of every locale to virtual-alexa, which sends what it makes of it to the skill: the right intent must arrive
// there with the right values. What arrived is read from what the handler was given, found again by the id of its request.
//   node utterances.mjs FOLDER     where RecordedSkills writes
import {VirtualAlexa} from 'virtual-alexa';
import {Utterance} from 'virtual-core';
import {models, skillIn} from './skill.mjs';
import {told} from './told.mjs';

/** What virtual-alexa takes out of an utterance, but not out of the samples: "est-ce que". */
const DROPPED = /[!"¿?|#$%/()=+\-_<>*{}·¡[\].,;:]/g;
/** With one of these anywhere in it ("bestseller"), an utterance is a launch, unless it begins with "ask … to". */
const LAUNCHING = /ask|open|launch|talk to|tell/i;

/** What slots of Alexa's own types are filled with. */
const VALUES = {
  'AMAZON.NUMBER': ['3', '5', '10', '1', '12'],
  'AMAZON.Ordinal': ['2', '3', '1', '10'],
  'AMAZON.MusicRecording': ['july', 'hey jude', 'whiskey girl', 'bohemian rhapsody', 'smells like teen spirit', 'imagine'],
};

/** The model with samples that virtual-alexa can find again, and ordinals as what it knows: numbers, which also arrive as digits. */
function findable({model, intents, types}) {
  const copy = structuredClone(model);
  const plain = (value) => value.replace(DROPPED, '');
  copy.interactionModel.languageModel.types = types.map((type) => ({
    ...type,
    values: type.values.map(({id, name: {value, synonyms = []}}) => ({id, name: {value: plain(value), synonyms: synonyms.map(plain)}})),
  }));
  copy.interactionModel.languageModel.intents = intents.map((intent) => ({
    ...intent,
    slots: intent.slots?.map((slot) => ({...slot, type: slot.type.replace('AMAZON.Ordinal', 'AMAZON.NUMBER')})),
    samples: intent.samples?.map((sample) => sample.split(/(\{[^}]*\})/)
      .map((part) => (part.startsWith('{') ? part : plain(part))).join('')),
  }));
  return copy;
}

/**
 * Lets virtual-alexa see where a number or a listed value ends. It takes everything for a slot, so that of two side by side the
 * second stays empty, and takes nothing for a number or a title.
 */
function sharpen(alexa, {intents, types}) {
  const {sampleUtterances} = alexa.context().interactionModel();
  const own = new Map(types.map(({name, values}) => [name, values.flatMap(({name: {value, synonyms = []}}) => [value, ...synonyms])]));
  const expression = (type) => {
    const values = own.get(type)?.map((value) => value.replace(DROPPED, '')).sort((one, other) => other.length - one.length);
    return values ? `( *(?:${values.join('|')}) ?)` : ['AMAZON.NUMBER', 'AMAZON.Ordinal'].includes(type) ? '( *[0-9]+ ?)' : '(.*\\S(?: +|$))';
  };
  for (const {name, slots} of intents) {
    for (const phrase of sampleUtterances.samplesForIntent(name)) {
      let at = 0;
      phrase._regex = phrase._regex.replace(/\(\.\*\)/g, () => {
        const wanted = phrase.slotName(at++);
        return expression(slots.find((slot) => slot.name === wanted).type);
      });
    }
  }
}

/** Gives the values of a type by turns, the skill's own with their ids: { value, id }. */
function fillings(types) {
  const turns = new Map();
  const own = new Map(types.map(({name, values}) => [name, values.flatMap(({id, name: {value, synonyms = []}}) =>
    [value, ...synonyms].map((each) => ({value: each.replace(DROPPED, '').toLowerCase(), id})))]));
  const valuesOf = (type) => own.get(type) ?? VALUES[type]?.map((value) => ({value}));
  return {
    next: (type) => {
      const values = valuesOf(type);
      if (!values) {
        throw new Error(`slots of the type ${type} are filled with nothing yet: name some values in utterances.mjs`);
      }
      const turn = turns.get(type) ?? 0;
      turns.set(type, turn + 1);
      return values[turn % values.length];
    },
    /** A type of the skill's own of which not every value has been said. */
    isNeeded: (type) => own.has(type) && (turns.get(type) ?? 0) < own.get(type).length,
  };
}

/** What is to be said for the samples of a locale: { text, intent, slots }. */
function sayings({locale, intents, types}) {
  const values = fillings(types);
  const saying = (intent, sample) => {
    const slots = {};
    const marked = sample.replace(/\{([^}]*)\}/g, (_, name) => {
      const slot = intent.slots?.find((each) => each.name === name);
      if (!slot) {
        throw new Error(`${locale}: ${intent.name} has no slot ${name} for its sample '${sample}'`);
      }
      slots[name] = values.next(slot.type);
      return `{${slots[name].value}}`;
    });
    // It wants a space beside each slot, also in Japanese, and so two between two slots.
    const text = marked.replace(/\} *\{/g, '  ').replace(/ *\{/g, ' ').replace(/\} */g, ' ').trim();
    // What is also a sample as it stands may arrive without the slots.
    return {text, intent: intent.name, slots: intent.samples.includes(text) ? {} : slots};
  };
  const samples = intents.flatMap((intent) => (intent.samples ?? []).map((sample) => ({intent, sample})));
  const said = samples.map(({intent, sample}) => saying(intent, sample));
  const needing = ({intent, sample}) => intent.slots?.some(({name, type}) => sample.includes(`{${name}}`) && values.isNeeded(type));
  for (let more = samples.filter(needing); more.length > 0; more = more.filter(needing)) {
    said.push(...more.filter(needing).map(({intent, sample}) => saying(intent, sample)));
  }
  return {said, samples: samples.length};
}

/** Says it; what virtual-alexa would take for a launch goes behind "ask … to", or past her ear if there is a "to" in it. */
async function utter(alexa, text) {
  if (!LAUNCHING.test(text)) {
    return alexa.utter(text);
  }
  if (!/ to /i.test(text)) {
    return alexa.utter(`ask crowd chart to ${text}`);
  }
  const understood = new Utterance(alexa.context().interactionModel(), text);
  if (!understood.matched()) {
    throw new Error(`Unable to match utterance: ${text}`);
  }
  return alexa.request().intent(understood.intent()).slots(understood.toJSON()).send();
}

/** What virtual-alexa sends for everything that is said in a locale: [{ saying, id, fault }]. */
async function sent(locale, sayingsOf, skill) {
  const alexa = VirtualAlexa.Builder().skillURL(skill.states.fresh.url).applicationID(skill.id).locale(locale.locale)
    .interactionModel(findable(locale)).create();
  sharpen(alexa, locale);
  const results = [];
  for (const [at, saying] of sayingsOf.entries()) {
    const result = {locale: locale.locale, saying};
    alexa.context().newSession();
    alexa.filter((envelope) => {
      result.id = envelope.request.requestId;
      if (at % 2 === 0) {
        envelope.context.System.device.supportedInterfaces['Alexa.Presentation.APL'] = {runtime: {maxVersion: '2024.3'}};
      }
    });
    try {
      await utter(alexa, saying.text);
    } catch (fault) {
      result.fault = fault.message ?? String(fault);
    }
    results.push(result);
  }
  return results;
}

function heardIn({resolutions}) {
  return (resolutions?.resolutionsPerAuthority ?? []).flatMap(({values}) => values.map(({value}) => value.id));
}

function faultsOf({locale, saying: {text, intent, slots}, id, fault}, arrived) {
  const here = `${locale}: '${text}'`;
  const request = arrived.get(id);
  if (fault || !request) {
    return [`${here} does not arrive: ${fault ?? 'the handler was not given it'}`];
  }
  if (request.type !== 'IntentRequest' || request.intent.name !== intent) {
    return [`${here} arrives as ${request.intent?.name ?? request.type} instead of ${intent}`];
  }
  return Object.entries(slots).flatMap(([name, {value, id: meant}]) => {
    // As digits, an ordinal may as well be the number of another sample of the intent.
    const slot = request.intent.slots[name].value ? request.intent.slots[name] :
      Object.values(request.intent.slots).find((other) => /^\d+$/.test(value) && other.value === value);
    if (slot?.value !== value) {
      return [`${here}: the slot ${name} is '${slot?.value}' instead of '${value}'`];
    }
    return meant === undefined || heardIn(slot).includes(meant) ? [] : [`${here}: the slot ${name} is found as ${heardIn(slot)} instead of ${meant}`];
  });
}

await told(async () => {
  const skill = skillIn(process.argv[2]);
  const results = [];
  let samples = 0;
  const locales = models();
  for (const locale of locales) {
    const {said, samples: count} = sayings(locale);
    samples += count;
    results.push(...await sent(locale, said, skill));
  }
  const arrived = new Map(skill.exchanges().map(({request: {request}}) => [request.requestId, request]));
  return {
    seen: `${samples} samples of ${locales.length} locales in ${results.length} utterances`,
    faults: results.flatMap((result) => faultsOf(result, arrived)),
  };
});
