/** Words of the bar that shows the connection. */

export default {
  title: 'Connection',
  number: 'Connection {number}.',
  with: 'Begun with the certificate of {name}.',
  without: 'Begun without a client certificate.',
  why: 'Modelled: a page has no connection of its own to look at. It is an object with a number, and what TLS would know of it is set here.',
  certificate: 'Certificate for the next one',
  none: 'none',
  new: 'Open a new connection',
}
