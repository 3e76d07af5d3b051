/** Words of what other clients would choose. */

export default {
  title: 'Which one would other clients take?',
  lead: 'With a name and a password at hand, and no Kerberos ticket.',
  client: 'Client',
  takes: 'Takes',
  why: 'Why',
  measured: 'measured: {versions}',
  read: 'by its code:',
  asks: 'It asks you first, with its login dialog.',
  unasked: 'Before anybody asks, and without any choice, Basic goes out with',

  'because.only': '`{scheme}` is the only one of these that it answers.',
  'because.best': 'It goes by an order of its own: {order}.',
  'because.first': 'Of several for `{scheme}` it takes the first.',
  'because.algorithm': 'Of several for `{scheme}` it takes the one with the strongest algorithm.',
  'because.merged':
    'It takes them for one challenge: the last algorithm and the last nonce win, under the first realm.',
  'because.second': 'It passes over what it likes better and can’t use: {order}.',
  'because.line-start': 'It sees one challenge a line, the one with which it begins.',
  'because.last-line':
    'It keeps only the place of the best one, and writes each further line over the one before. It answers what stands there in the end.',

  'remark.md5-anyway': 'It calculates MD5, whatever was asked for, so a strict server refuses that.',
  'remark.sha-512-256': 'Version 7.88.1 calculates SHA-256 under this name, 8.14.1 is right.',
  'remark.auth-int': 'With `auth-int` it takes every body for an empty one.',
  'remark.without-qop': 'It doesn’t know `auth-int`, and answers as if there were no `qop`.',

  nothing: 'none',
  'none.unknown': 'It answers none of these schemes.',
  'none.line-start': 'What it could answer stands behind another challenge in the same line, where it doesn’t look.',
  'none.last-line': 'It writes each further line over the one before, and doesn’t know what stands in the last one.',
  'none.algorithm': 'It doesn’t know the algorithm of the one that it chose, and tries no other.',
  'none.qop': 'It doesn’t know `auth-int`, which the one that it chose wants, and tries no other.',
  'none.nonce': 'The one that it chose has no `nonce`, and it tries no other.',
  'none.ticket': 'It chose `Negotiate`, has no ticket for it, and tries no other.',

  unread: 'not known',
  'unread.why': 'What it makes of `{scheme}` here was neither measured nor read.',
  'unoffered.why':
    'The last line begins with a B, which it takes for `{scheme}`: the password goes out to a server that didn’t ask for it like that.',
}
