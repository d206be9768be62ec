import { compileMessage } from '@lingui/message-utils/compileMessage';
import { parse } from '@messageformat/parser';

const catalogueFile = /\.messages(\.[a-z]{2}(-[A-Z]{2})?)?\.json$/;

/** Compiles one catalogue's text (id → ICU message) to the token arrays the run-time formats; throws with file and id. */
export function compileCatalogue(source, file) {
  const compiled = {};
  for (const [id, message] of Object.entries(JSON.parse(source))) {
    if (typeof message !== 'string') throw new Error(`${file}: "${id}" is not a text.`);
    try {
      // compileMessage only warns about a message it cannot read, and then would ship it as it stands.
      parse(message);
    } catch (error) {
      throw new Error(`${file}: "${id}" cannot be read: ${error.message}`);
    }
    compiled[id] = compileMessage(message, (text) => text);
  }
  return compiled;
}

/**
 * Vite plugin: `*.messages.json` files hold ICU text in the source and compiled tokens in the bundle,
 * so that no message parser is shipped to a browser.
 */
export function messageCatalogues() {
  return {
    name: 'heldwell:message-catalogues',
    enforce: 'pre',
    transform(source, id) {
      const file = id.split('?')[0];
      if (!catalogueFile.test(file)) return null;
      return { code: JSON.stringify(compileCatalogue(source, file)), map: null };
    },
  };
}
