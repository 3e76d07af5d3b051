/** Words that say who carries the exchanges, and why. */

export default {
  'starting.why': 'The service worker is starting. A request sent now waits for it.',
  'service-worker.why':
    'A service worker answers in place of the servers, so each exchange also shows in your browser’s network panel.',
  'in-page.why':
    'The same servers answer inside this page, so exchanges don’t show in your browser’s network panel. Nothing else differs.',
  'nothing-leaves': 'Either way, nothing that you type leaves your browser.',
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
}
