import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// Screens are loaded when they are opened; on a busy machine the first one takes its time.
configure({ asyncUtilTimeout: 5_000 });

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

// jsdom draws nothing: a dialog opens and closes, scrolling does nothing.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
window.scrollTo = () => undefined;
