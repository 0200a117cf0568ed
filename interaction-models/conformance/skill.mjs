// The skill as RecordedSkills serves it, on loopback, in every state of its charts; and the models that are to reach it.
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const PACKAGE = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'skill-package');

function json(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** The skill whose places stand in a folder. */
export function skillIn(folder) {
  const {skillId, states} = json(join(folder, 'skills.json'));
  return {
    id: skillId,
    states,
    /** Every request that has arrived at the handler, and its answer: [{ state, request, answer }]. */
    exchanges: () => readFileSync(join(folder, 'exchanges.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)),
    /** What the skill answers in a state. */
    ask: async (state, envelope) => {
      const response = await fetch(states[state].url, {method: 'POST', body: JSON.stringify(envelope)});
      if (!response.ok) {
        throw new Error(`the skill answered ${response.status}: ${await response.text()}`);
      }
      return response.json();
    },
    /** A request as Alexa sends it. */
    envelope: ({locale, request, screen = false, session = {new: true}}) => {
      const application = {applicationId: skillId};
      const user = {userId: 'amzn1.ask.account.CONFORMANCE'};
      const supportedInterfaces = screen ? {'Alexa.Presentation.APL': {runtime: {maxVersion: '2024.3'}}} : {};
      const device = {deviceId: 'amzn1.ask.device.CONFORMANCE', supportedInterfaces};
      return {
        version: '1.0',
        session: {sessionId: 'amzn1.echo-api.session.CONFORMANCE', application, user, attributes: {}, ...session},
        context: {System: {application, user, device, apiEndpoint: 'https://api.amazonalexa.com'}},
        request: {requestId: 'amzn1.echo-api.request.CONFORMANCE', timestamp: '2026-11-23T23:30:00Z', locale, ...request},
      };
    },
  };
}

/** The models of all locales in the package: [{ locale, model, intents, types }]. */
export function models() {
  const folder = join(PACKAGE, 'interactionModels', 'custom');
  return readdirSync(folder).sort().map((file) => {
    const model = json(join(folder, file));
    const {intents, types = []} = model.interactionModel.languageModel;
    return {locale: file.replace(/\.json$/, ''), model, intents, types};
  });
}

/** A slot as Alexa sends it; of the skill's own types, with the value that was found. */
export function filledSlot(name, value, id, found = value) {
  const slot = {name, value, confirmationStatus: 'NONE'};
  return id === undefined ? slot : {
    ...slot,
    resolutions: {resolutionsPerAuthority: [{
      authority: 'amzn1.er-authority.echo-sdk.conformance',
      status: {code: 'ER_SUCCESS_MATCH'},
      values: [{value: {name: found, id}}],
    }]},
  };
}

/** A request of an intent, with a map of slots by their name. */
export function intentRequest(name, slots = {}) {
  return {type: 'IntentRequest', intent: {name, confirmationStatus: 'NONE', slots}};
}
