/**
 * Keeps the frame of the app on this device, so that "Get help now" opens without a line. Answers of the server,
 * files and anything about a person are never kept: only the page itself, its scripts, styles and mark.
 */
const kept = 'heldwell-patient-frame';
const page = '/patient/';

/** The scripts and styles that the page names. */
function namedIn(html) {
  return [...html.matchAll(/(?:src|href)="(\/patient\/[^"]+)"/g)].map(([, path]) => path);
}

/** Keeps a page and what it names; what an older page named is dropped. */
async function keepFrame(answer) {
  const cache = await caches.open(kept);
  const before = await cache.match(page);
  const html = await answer.clone().text();
  if (before && (await before.text()) === html) return;
  const paths = namedIn(html);
  await Promise.all(paths.map(async (path) => (await cache.match(path)) ?? cache.add(path)));
  const old = (await cache.keys()).filter(({ url }) => !paths.includes(new URL(url).pathname));
  await cache.put(page, answer);
  await Promise.all(
    old.filter(({ url }) => new URL(url).pathname !== page).map((request) => cache.delete(request)),
  );
}

async function openPage(request) {
  try {
    const answer = await fetch(request);
    if (answer.ok && answer.headers.get('content-type')?.includes('text/html'))
      await keepFrame(answer.clone());
    return answer;
  } catch {
    return (await caches.match(page)) ?? Response.error();
  }
}

/** Built files never change under one name: what is kept is as good as new. */
async function openBuiltFile(request) {
  const found = await caches.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(kept)).put(request, answer.clone());
  return answer;
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    fetch(page)
      .then(keepFrame)
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(openPage(request));
  else if (pathname.startsWith('/patient/assets/') || pathname === '/patient/mark.svg') {
    event.respondWith(openBuiltFile(request));
  }
});
