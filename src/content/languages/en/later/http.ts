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
}
