/** Words of the page's head. */

export default {
  rooms: 'Rooms',
  share: 'Share',
  embed: 'Embed',
  full: 'Open the full playground',
  scenarios: 'Scenarios',
  lab: 'Lab',
  inspect: 'Inspect',
  'courier.starting': 'Service worker · …',
  'courier.starting.why': 'The service worker is starting. A request sent now waits for it.',
  'courier.service-worker': 'Service worker · on',
  'courier.service-worker.why':
    'A service worker answers in place of the servers, so each exchange also shows in your browser’s network panel.',
  'courier.in-page': 'In the page',
  'courier.in-page.why':
    'The same servers answer inside this page, so exchanges don’t show in your browser’s network panel. Nothing else differs.',
  'courier.nothing-leaves': 'Either way, nothing that you type leaves your browser.',
  'because.embedded': 'An embedded playground does without a service worker to load fast.',
  'because.insecure': 'A service worker needs https or localhost, and this page came over plain http.',
  'because.sandboxed': 'This frame is sandboxed without an origin of its own, so it may have no service worker.',
  'because.storage-blocked': 'This browser blocks storage for this page, and service workers with it.',
  'because.unsupported': 'This browser offers no service workers here.',
  'because.outside-scope':
    'This page’s address is outside of what the service worker may serve: open it with a slash at the end.',
  'because.failed': 'The service worker did not start.',
  'because.not-fetchable':
    'The browser’s own fetch refuses this request (its method, a field or its form), so the page carried it.',
  language: 'Language',
  'language.failed': 'The language could not be loaded. Check the connection and choose it again.',
  theme: 'Colours: {choice}',
  'theme.system': 'as the system',
  'theme.light': 'light',
  'theme.dark': 'dark',
  'refused.version': 'This link was made by a newer playground than this one, so it can’t be replayed here.',
  'refused.malformed': 'This link is damaged, so it can’t be replayed. Ask for it again, whole.',
  'refused.too-long': 'This link is longer than any that the playground makes, so it isn’t opened.',
  'refused.scenario': 'This link belongs to a scenario that doesn’t exist here.',
  'refused.what': 'Here is the first scenario instead.',
}
