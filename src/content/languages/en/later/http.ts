/** Statuses that only messages from elsewhere have. */

export default {
  'status.201': 'The status: it worked, and something new exists now.',
  'status.202': 'The status: accepted, and to be done later.',
  'status.204': 'The status: it worked, and there is nothing to show.',
  'status.206': 'The status: it worked, and here is the part that you asked for.',
  'status.301': 'The status: moved for good. The new address stands in `Location`.',
  'status.302':
    'The status: for now elsewhere. The other address stands in `Location`; login pages are often reached so.',
  'status.303': 'The status: look there with `GET`. The address stands in `Location`.',
  'status.304': 'The status: what you have stored is still right, so it is not sent again.',
  'status.307': 'The status: for now elsewhere. Ask there the same way, with the same method.',
  'status.308': 'The status: moved for good. Ask there the same way, with the same method.',
  'status.409': 'The status: that doesn’t fit together with how things stand here now.',
  'status.410': 'The status: it was here, and is gone for good.',
  'status.415': 'The status: this can’t be done with a body of that media type.',
  'status.421': 'The status: this server doesn’t answer for that host.',
  'status.422': 'The status: readable, but it makes no sense here.',
  'status.428': 'The status: say first which state you know, so that nobody overwrites what others wrote.',
  'status.429': 'The status: too many requests. `Retry-After` may say how long to wait.',
  'status.431': 'The status: the fields are too large. A huge cookie or token is a usual cause.',
  'status.500': 'The status: the server made a mistake. Your credentials have nothing to do with it.',
  'status.501': 'The status: the server doesn’t know that method at all.',
  'status.502': 'The status: a server in between got no good answer from the one behind it.',
  'status.503': 'The status: not now, too busy or under repair. `Retry-After` may say how long.',
  'status.504': 'The status: a server in between waited in vain for the one behind it.',
  'status.511': 'The status: log in to the network first, as in hotels and trains.',
  'method.HEAD': 'The method: like `GET`, but only the head of the answer, without its body.',
  'method.POST': 'The method: here is something, please process it.',
  'method.PUT': 'The method: please store this under exactly this address.',
  'method.DELETE': 'The method: please remove what this address stands for.',
  'method.PATCH': 'The method: please change a part of this.',
  'method.OPTIONS':
    'The method: what would you allow me? Browsers ask so before they let a script reach another origin.',
  'method.CONNECT': 'The method: to a proxy, please open a tunnel to that host.',
  'method.TRACE': 'The method: please send my request back, so that I see what arrived.',
  'registered-scheme':
    'The scheme. `{scheme}` is registered, but this playground doesn’t play it, so its parts are named and not explained.',
  'met-scheme':
    'The scheme. `{scheme}` is in use, but nobody registered it and this playground doesn’t play it, so its parts are not explained.',
  'unknown-scheme':
    'The scheme. `{scheme}` is in no registry, and this playground doesn’t know it. A client that doesn’t either can’t answer.',
  'unknown-param': 'A parameter that `{scheme}` doesn’t define. Whoever doesn’t know it ignores it.',
  'info-param':
    'Something about the login that went with this request. What it means is up to the scheme of those credentials.',
  token68: 'One word without spaces, as `{scheme}` wants it: Base64 in most cases. What is inside is up to the scheme.',
}
