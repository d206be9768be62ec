import { compileMessage } from '@lingui/message-utils/compileMessage';

const catalogueFile = /\.messages(\.[a-z]{2}(-[A-Z]{2})?)?\.json$/;

/** Compiles one catalogue's text (id → ICU message) to the token arrays the run-time formats; throws with file and id. */
export function compileCatalogue(source, file) {
  const compiled = {};
  for (const [id, message] of Object.entries(JSON.parse(source))) {
    if (typeof message !== 'string') throw new Error(`${file}: "${id}" is not a text.`);
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
