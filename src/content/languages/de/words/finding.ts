/** Wörter zu dem, was der Linter findet. */

export default {
  list: 'Was auffällt',
  'level.must': 'Regelverstoß',
  'level.should': 'Gegen die Empfehlung',
  'level.warning': 'Warnung',
  'level.info': 'Gut zu wissen',
  'level.good': 'Gut gemacht',
  'strength.must': 'MUST laut',
  'strength.should': 'SHOULD laut',
  'in.request': 'In der Anfrage:',
  'in.response': 'In der Antwort:',
  'fix.instead': 'Besser:',
  'fix.apply': 'In der Anfrage beheben',
  'fix.done': 'Behoben. Jetzt noch einmal senden',
}
