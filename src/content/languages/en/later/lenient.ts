/** Words of what other clients read in a challenge field. */

export default {
  title: 'Other clients read something else here',
  lead: 'Each client was sent lines like these, and its answers show how it reads. Of {clients}, those that are not in the table read it as RFC 9110 has it, or don’t look for these schemes.',
  client: 'Client',
  reads: 'Reads',
  why: 'Because',
  standard: 'RFC 9110',
  'standard.why': 'The grammar, and where the field leaves it, the most that can be read.',
  measured: '{versions} measured, `{code}`',
  nothing: 'nothing',

  'gives-up.unseen': 'It sees no challenge that it knows where it looks for one.',
  'gives-up.broken': 'It drops all of it, since it can’t read a part.',
  'gives-up.realm': 'It finds no `realm`, and gives up.',
  'gives-up.nonce': 'It finds no `nonce`, and gives up.',
  'gives-up.qop': 'What it takes for `qop` is unknown to it, so it sends no answer.',

  'habit.curl':
    'A name reaches to the next `=`, so an empty element or a name without a value swallows the parameter behind it. Behind a closed quote it wants no comma, and a quote that nothing closes is closed by the end. Schemes it finds behind any comma, even in quotes. The last of two wins.',
  'habit.wget':
    'Names have to be in lower case. In quotes it knows no escapes, what stands behind a closed quote is passed over up to the next comma, and a quote that nothing closes ends the list. The last of two wins.',
  'habit.requests':
    'It makes one line of all, takes the first `digest` out and reads everything around it as parameters, parted at commas outside quotes. Names have to be in lower case. The last of two wins.',
  'habit.httpx':
    'It reads the first line that begins with `Digest` and a space, parted at commas outside quotes. An element that is empty or has no value is an exception. Names have to be in lower case. The last of two wins.',
  'habit.digest-fetch':
    'The first word is the scheme, whatever it is. For each parameter it looks for its name and `=` anywhere in all lines, in quotes as well, and takes the first.',
  'habit.oauth4webapi':
    'Commas are white space to it, so they may be missing. Where anything else leaves the grammar, it reads no challenge at all. The last of two wins.',
  'habit.Chromium':
    'A line is one challenge. It is parted at commas outside quotes, and one element without a value makes it unusable. What is missing at the end of a quote doesn’t matter. The last of two wins.',
}
