/** Words of “What JavaScript sees”. */

export default {
  origin: 'Where the script runs',
  'origin.same': 'On the same origin',
  'origin.cross': 'On another origin',
  credentials: 'Whether it sends credentials along',
  'lead.same': 'A page of `{site}` makes this request with `fetch`.',
  'lead.cross':
    'A page of `{elsewhere}` makes this request with `fetch`. The server decides what it gets to see (CORS).',
  code: 'What the script reads',
  'preflight.passed':
    'Before that, the browser asks the server with `OPTIONS` whether it takes {what} from another origin (a preflight). Here it does.',
  fields: 'Fields of the response',
  field: 'Field',
  value: 'Value, or why it is missing',
  hidden: 'hidden',
  none: 'The response has no fields.',
  'body.visible': '`await response.text()` gives the body.',
  'body.hidden': 'The body is out of reach as well.',
  omit: "With `credentials: 'omit'` the browser never steps in. Without it, a 401 to a script of the same origin may open the browser’s login dialog first.",

  'error.forbidden-method': '`fetch` refuses this method, so nothing is sent.',
  'error.body-on-get': '`fetch` refuses a body with `GET` and `HEAD`, so nothing is sent.',
  'error.proxy-asks': 'The browser answers proxies itself, with its own dialog. Script never sees a 407.',
  'error.preflight':
    'The browser first asks with `OPTIONS` whether it may send {what} from another origin (a preflight). This server doesn’t say yes, so the request itself is never sent.',
  'error.preflight-asks':
    'The browser first asks with `OPTIONS` whether it may send {what} from another origin (a preflight), and shows no credentials with that. This server wants some even then and answers 401, so the request itself is never sent.',
  'error.cors-missing':
    'The answer arrived, but `Access-Control-Allow-Origin` is missing in it. So the browser keeps it to itself, status and all.',
  'error.cors-other-origin':
    'The answer arrived, but `Access-Control-Allow-Origin` names another origin. So the browser keeps it to itself, status and all.',
  'error.cors-wildcard':
    'The answer arrived, but with credentials the server must name the origin and allow them. So the browser keeps it to itself.',

  'reason.forbidden-name': 'Never shown to script: cookies are the browser’s business.',
  'reason.not-exposed': 'Not named in `Access-Control-Expose-Headers`.',
  'reason.opaque-redirect':
    "A redirect that `fetch` doesn’t follow (`redirect: 'manual'`) shows nothing: no status, no fields.",
}
