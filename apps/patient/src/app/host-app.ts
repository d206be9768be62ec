const KEY = 'heldwell.host';

/** Apps that show this one inside them name themselves so in their user agent. */
const HOSTS = /\b[\w.]*app-(ios|android)\b/i;

/**
 * Whether this is shown inside another app, which has a header of its own: its address says `?host=app` once, for as long
 * as the tab lives, or the host names itself in the user agent.
 */
export function isInHostApp(): boolean {
  try {
    if (new URLSearchParams(window.location.search).get('host') === 'app') sessionStorage.setItem(KEY, 'app');
    return sessionStorage.getItem(KEY) === 'app' || HOSTS.test(navigator.userAgent);
  } catch {
    // A browser that keeps nothing: the user agent alone says it.
    return HOSTS.test(navigator.userAgent);
  }
}
