/** Wörter dafür, was andere Clients wählen würden. */

export default {
  title: 'Welche nähmen andere Clients?',
  lead: 'Mit Name und Passwort zur Hand, aber ohne Kerberos-Ticket.',
  client: 'Client',
  takes: 'Nimmt',
  why: 'Warum',
  measured: 'gemessen: {versions}',
  read: 'laut Quelltext:',
  asks: 'Vorher fragt er dich mit seinem Login-Dialog.',
  unasked: 'Ungefragt und ohne jede Wahl geht Basic hinaus mit',

  'because.only': '`{scheme}` ist das Einzige davon, worauf er antwortet.',
  'because.best': 'Er geht nach einer eigenen Reihenfolge: {order}.',
  'because.first': 'Von mehreren für `{scheme}` nimmt er die erste.',
  'because.algorithm': 'Von mehreren für `{scheme}` nimmt er die mit dem stärksten Algorithmus.',
  'because.merged':
    'Er hält sie für eine einzige Challenge: Der letzte Algorithmus und die letzte Nonce gelten, unter dem ersten Realm.',
  'because.second': 'Er übergeht, was er lieber hätte und nicht kann: {order}.',
  'because.line-start': 'Er sieht je Zeile nur eine Challenge, nämlich die, mit der sie beginnt.',
  'because.last-line':
    'Er merkt sich nur die Stelle der besten und schreibt jede weitere Zeile über die vorige. Er beantwortet, was am Ende dort steht.',

  'remark.md5-anyway': 'Er rechnet MD5, was auch immer verlangt war, deshalb lehnt ein strenger Server das ab.',
  'remark.sha-512-256': 'Version 7.88.1 rechnet unter diesem Namen SHA-256, 8.14.1 macht es richtig.',
  'remark.auth-int': 'Bei `auth-int` hält er jeden Body für leer.',
  'remark.without-qop': 'Er kennt `auth-int` nicht und antwortet, als gäbe es kein `qop`.',

  nothing: 'keine',
  'none.unknown': 'Auf keines dieser Schemas antwortet er.',
  'none.line-start':
    'Was er könnte, steht in derselben Zeile hinter einer anderen Challenge, und dort sieht er nicht nach.',
  'none.last-line': 'Er schreibt jede weitere Zeile über die vorige und kennt nicht, was in der letzten steht.',
  'none.algorithm': 'Er kennt den Algorithmus der gewählten Challenge nicht und versucht keine andere.',
  'none.qop': 'Die gewählte Challenge will `auth-int`. Das kennt er nicht und versucht keine andere.',
  'none.nonce': 'In der gewählten Challenge fehlt `nonce`, und er versucht keine andere.',
  'none.ticket': 'Er hat `Negotiate` gewählt, kein Ticket dafür und versucht nichts anderes.',

  unread: 'nicht bekannt',
  'unread.why': 'Was er hier aus `{scheme}` macht, wurde weder gemessen noch nachgelesen.',
  'unoffered.why':
    'Die letzte Zeile beginnt mit einem B, das er für `{scheme}` hält: Das Passwort geht an einen Server, der so gar nicht danach gefragt hat.',
}
