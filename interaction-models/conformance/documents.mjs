// Gives every document that the skill has shown to apl-suggester, Amazon's own validator.
//   node documents.mjs FOLDER RESPONSES     where RecordedSkills writes, and a folder with further responses
import {StaticAplTemplateValidator} from 'apl-suggester';
import {answers} from './seen.mjs';
import {told} from './told.mjs';

const [folder, responses] = process.argv.slice(2);

/**
 * The document, and for everything that is given to one of its layouts as a parameter a document of its own: the validator looks at
 * parameters no further.
 */
function parts(document) {
  const given = [];
  const walk = (node) => {
    if (Array.isArray(node)) {
      node.forEach(walk);
    } else if (node && typeof node === 'object') {
      if (node.type in (document.layouts ?? {})) {
        given.push(...Object.values(node).filter((value) => Array.isArray(value) && value.every(({type}) => type)));
      }
      Object.values(node).forEach(walk);
    }
  };
  walk(document.mainTemplate);
  walk(Object.values(document.layouts ?? {}).map(({items}) => items));
  const {parameters} = document.mainTemplate;
  return [document, ...given.map((items) => ({...document, mainTemplate: {parameters, items: [{type: 'Container', width: '100vw', height: '100vh', items}]}}))];
}

await told(async () => {
  const validator = new StaticAplTemplateValidator();
  const documents = new Map();
  let shown = 0;
  for (const {name, answer: {response}} of answers(folder, responses)) {
    for (const {type, document} of response.directives ?? []) {
      if (type === 'Alexa.Presentation.APL.RenderDocument') {
        shown++;
        documents.set(JSON.stringify(document), name);
      }
    }
  }
  if (documents.size === 0) {
    throw new Error('no answer shows a screen');
  }
  const faults = [];
  for (const [text, name] of documents) {
    const document = JSON.parse(text);
    for (const part of parts(document)) {
      for (const {path, errorMessage} of await validator.validate(part)) {
        faults.push(`${name}: ${path}: ${errorMessage}`);
      }
    }
    if (document.version !== '1.4' || document.import) {
      faults.push(`${name}: the document is to be of version 1.4 and to import nothing`);
    }
  }
  return {seen: `${documents.size} different documents of ${shown} screens`, faults};
});
