/** Words of putting the playground into another page. */

export default {
  what: 'Paste this into your page. The frame needs no cookies, no storage and no service worker, and tells its height as it grows.',
  theme: 'Colours',
  code: 'HTML',
  copy: 'Copy HTML',
  sandbox:
    'It also works in a frame with sandbox="allow-scripts", if the server that hosts the playground sends Access-Control-Allow-Origin: *.',
}
