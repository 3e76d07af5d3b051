/** English of the linter's output on the command line. */

export default {
  why: 'why',
  fix: 'fix',
  'fix.replace': 'write {new} instead of {old}',
  'fix.insert': 'insert {new}',
  'fix.remove': 'leave out {old}',
  anew: 'in the message as it was read',

  'summary.clean': 'Nothing to complain about: {messages} in {files}.',
  'summary.findings': '{findings} ({levels}) in {files} with {messages}.',
  'message.one': '1 message',
  'message.many': '{count} messages',
  'file.one': '1 file',
  'file.many': '{count} files',
  'finding.one': '1 finding',
  'finding.many': '{count} findings',

  unjudged: 'Not judged: {list}.',
  'unjudged.one': '1 rule {need}',
  'unjudged.many': '{count} rules {need}',
  'need.request': 'without the request',
  'need.response': 'without the response',
  'need.whole': 'because only parts of messages are there (--whole, if they are whole)',
  'need.before': 'without the exchanges before',
  'need.upstream': 'without the exchange behind the proxy',
  'need.now': 'without knowing what time it was (--now)',
  'need.transport': 'without knowing whether it went over TLS (--transport)',
  'need.key': 'without the key of the signature',
  'need.password': 'without the password',
  'need.typed': 'without what was typed into the form',
  'need.audience': 'without knowing what the resource calls itself',
  'need.issuer': 'without knowing whom the resource trusts',
  'need.algorithms': 'without knowing which algorithms the resource takes',
  'need.certificate': 'without the client’s certificate',
  'need.took': 'without knowing how long it took',

  'input.missing': '{file}: there is no such file. Check the path.',
  'input.folder': '{file}: this is a folder. Name the files in it, such as {file}/*.md.',
  'input.unreadable': '{file}: can’t be read ({code}). Check who may read it.',
  'input.empty': '{file}: there is nothing in it. Give it an HTTP message, or leave it out.',
  'input.nothing':
    '{file}: nothing in it is known as HTTP. A message begins with a request line or a status line (HTTP/1.1 401 Unauthorized).',
  'input.har-invalid':
    '{file}: the HAR file ends too early or is broken. What could be read was judged. Export it again.',
  'input.har-entry-unreadable': '{file}: an entry of the HAR file was passed over ({detail}).',
  'input.too-many': '{file}: {detail} more findings of rules that fire all over this message are left out.',
  'input.no-rule': '{file}: a comment ignores the rule "{rule}", and there is none of that name.',
  'input.waiting': 'Reading standard input (Ctrl-D ends it; --help says more).',

  clean: 'Nothing to complain about.',
  'inspect.none': 'no findings',
}
