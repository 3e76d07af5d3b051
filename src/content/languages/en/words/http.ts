/** What there is to say about the parts of a message that belong to no scheme: start line, strange schemes and parameters. */

export default {
  version: 'The version of HTTP that the sender speaks.',
  method: 'The method `{value}`: what is to be done. It is none of the usual ones.',
  'method.GET': 'The method: please send me this. Reading changes nothing on the server.',
  target: 'What is asked for. The path stands here; the server’s name stands in `Host`.',
  status:
    'The status: how the server answered. The first digit says of what kind it is; this one is none that is registered.',
  'status.1xx': 'The status: wait, the real answer is still to come.',
  'status.2xx': 'The status: it worked.',
  'status.3xx': 'The status: what you want is elsewhere.',
  'status.4xx': 'The status: something about the request is not right.',
  'status.5xx': 'The status: the server failed, whatever the request was like.',
  'status.200': 'The status: it worked, and here it is.',
  'status.400': 'The status: the server can’t read the request, or won’t. Asking again with the same words won’t help.',
  'status.401':
    'The status: the server doesn’t know who you are. It is called “unauthorized”, and means “not authenticated”.',
  'status.403':
    'The status: no. Mostly the server knows who you are, and you may not: logging in again would change nothing.',
  'status.404':
    'The status: nothing here. Some servers say so too where they don’t want to admit that there is something.',
  'status.405': 'The status: this exists, but doesn’t do that method. Those that it does stand in `Allow`.',
  'status.407': 'The status: like 401, but it is the proxy on the way that asks who you are.',
  reason:
    'The status once more, in words for people. Programs go by the number; newer versions of HTTP leave the words out.',
  realm: 'The protection space: one login is good for everything on this server that shares the name.',
}
