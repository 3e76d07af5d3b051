/** Wörter des Raums, in dem Nachrichten gelesen werden. */

export default {
  title: 'Untersuchen',
  lead: 'Füge eine Antwort ein, eine Anfrage, beides oder nur den Wert eines WWW-Authenticate-Headers. Gelesen wird hier, und nichts davon geht irgendwohin.',
  'kind.nothing': 'Noch nichts zu lesen.',
  'kind.response': 'Gelesen als Antwort.',
  'kind.request': 'Gelesen als Anfrage.',
  'kind.exchange': 'Gelesen als Anfrage mit ihrer Antwort.',
  'kind.fields': 'Gelesen als Header einer 401, weil keine Statuszeile dabei war.',
  'kind.challenge': 'Gelesen als Challenge einer 401.',
  example: 'Beispiel zeigen',
  clear: 'Leeren',
  request: 'Anfrage',
  response: 'Antwort',
  findings: 'Was der Linter sagt',
  clean: 'Nichts zu beanstanden, soweit diese Zeilen es verraten.',
}
