// Amazon's own description of skill management (Swagger 2.0), as JSON Schema that lets nothing pass that is not in it.
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import Ajv from 'ajv';

const MODELS = join('interactionModels', 'custom');
const spec = createRequire(import.meta.url)('ask-smapi-model/spec.json');
const definitions = strict(spec.definitions);
const ajv = new Ajv({strict: false, allErrors: true});
ajv.addSchema({$id: 'smapi', definitions});

/** The faults of a value, as lines that name the place; none if it is what the definition says. */
export function faultsOf(definition, value) {
  return faults(ajv.getSchema(`smapi#/definitions/${definition}`), definition, value);
}

/** The faults of the manifest and of the models in a skill package, and how many models there are: { models, faults }. */
export function faultsOfPackage(folder) {
  const json = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const models = readdirSync(join(folder, MODELS)).map((name) => join(MODELS, name));
  const faults = [
    ...faultsOf('v1.skill.Manifest.SkillManifestEnvelope', json('skill.json')).map((fault) => `skill.json: ${fault}`),
    ...models.flatMap((model) => faultsOf('v1.skill.interactionModel.InteractionModelData', json(model)).map((fault) => `${model}: ${fault}`)),
  ];
  return {models: models.length, faults};
}

/** The faults of a request and its answer: { method, path, request, status, answer }; both bodies may be missing. */
export function faultsOfExchange({method, path, request, status, answer}) {
  const here = `${method} ${path}`;
  const operation = operationOf(method, path);
  if (!operation) {
    return [`${here}: the interface has no such operation`];
  }
  const response = operation.responses[status];
  if (!response) {
    return [`${here}: the interface does not answer ${status}`];
  }
  const body = operation.parameters.find((parameter) => parameter.in === 'body');
  return [...bodyFaults(`${here}, request`, body?.schema, request), ...bodyFaults(`${here}, answer`, response.schema, answer)];
}

function bodyFaults(here, schema, value) {
  if (!schema) {
    return value === undefined ? [] : [`${here}: has a body, which the interface does not know`];
  }
  return value === undefined ? [`${here}: has no body`] : faultsOf(schema.$ref.split('/').pop(), value).map((fault) => `${here}: ${fault}`);
}

/** An operation by method and path; the path with the fewest open places comes first. */
function operationOf(method, path) {
  const matching = Object.keys(spec.paths)
    .filter((template) => new RegExp(`^${template.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(path))
    .sort((one, other) => one.split('{').length - other.split('{').length);
  return spec.paths[matching[0]]?.[method.toLowerCase()];
}

function faults(validate, name, value) {
  if (!validate) {
    throw new Error(`the schema has no definition ${name}`);
  }
  if (validate(value)) {
    return [];
  }
  return validate.errors.map(({instancePath, message, params}) =>
    `${instancePath || '/'} ${message}${params.additionalProperty ? `: ${params.additionalProperty}` : ''}`);
}

function strict(original) {
  const bases = basesOf(original);
  const made = {};
  for (const [name, definition] of Object.entries(original)) {
    made[name] = strictDefinition(name, definition, original, bases);
  }
  // Amazon asks for synonyms that live skills do not have.
  const value = made['v1.skill.interactionModel.TypeValueObject'];
  value.required = value.required?.filter((property) => property !== 'synonyms');
  delete value.properties.synonyms?.minItems;
  return made;
}

/** The kinds of each abstract definition: base -> [{ name, value }]. */
function basesOf(original) {
  const bases = new Map();
  for (const [name, definition] of Object.entries(original)) {
    const value = definition['x-discriminator-value'];
    const base = definition.allOf?.find((part) => part.$ref)?.$ref.split('/').pop();
    if (value !== undefined && base) {
      bases.set(base, [...(bases.get(base) ?? []), {name, value}]);
    }
  }
  return bases;
}

function strictDefinition(name, definition, original, bases) {
  if (definition.discriminator && bases.has(name)) {
    return {oneOf: bases.get(name).map((kind) => ({$ref: `#/definitions/${kind.name}`}))};
  }
  const inherited = definition['x-inheritsFrom'] && original[definition['x-inheritsFrom']];
  const parts = definition.allOf ?? (inherited ? [inherited, definition] : undefined);
  if (!parts) {
    return cleaned(definition);
  }
  const whole = {type: 'object', properties: {}, required: []};
  for (const part of parts) {
    const base = part.$ref ? part.$ref.split('/').pop() : undefined;
    const content = base ? original[base] : part;
    Object.assign(whole.properties, content.properties);
    whole.required.push(...(content.required ?? []));
    if (content.discriminator) {
      whole.properties[content.discriminator] = {const: definition['x-discriminator-value']};
    }
  }
  return {...cleaned(whole), additionalProperties: false};
}

/** Without what only Swagger knows, and closed. No property of a definition is called like one of the keys left out. */
function cleaned(node) {
  if (Array.isArray(node)) {
    return node.map(cleaned);
  }
  if (node === null || typeof node !== 'object') {
    return node;
  }
  const kept = Object.entries(node)
    .filter(([key, value]) => !key.startsWith('x-') && !['discriminator', 'example', 'format'].includes(key) &&
      !(key === 'pattern' && typeof value === 'string' && !compiles(value)))
    .map(([key, value]) => [key, cleaned(value)]);
  const copy = Object.fromEntries(kept);
  if (copy.properties && typeof copy.properties === 'object' && copy.additionalProperties === undefined && copy.type !== undefined) {
    copy.additionalProperties = false;
  }
  return copy;
}

function compiles(pattern) {
  try {
    return Boolean(new RegExp(pattern, 'u'));
  } catch {
    return false;
  }
}
