/** Was ein Ziel erreicht. */

export default {
  title: 'Ziel',
  or: 'oder',
  answered: 'Der Server antwortet mit `{status}`',
  'answered-path': 'Der Server antwortet auf `{path}` mit `{status}`',
  'answered-user': 'Der Server antwortet mit `{status}` und hält dich für `{user}`',
  'answered-path-user': 'Der Server antwortet auf `{path}` mit `{status}` und hält dich für `{user}`',
  pass: 'Der Server beantwortet seine Frage „{question}“ mit Ja',
  fail: 'Der Server beantwortet seine Frage „{question}“ mit Nein',
  found: 'Der Linter findet „{rule}“',
  clean: 'Der Linter findet „{rule}“ nicht mehr',
  predicted: 'Du sagst den Status voraus, bevor du ihn siehst',
}
