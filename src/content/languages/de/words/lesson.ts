/** Wörter der Lektion neben der Werkbank. */

export default {
  title: 'Lektion',
  all: 'Alle Szenarien',
  done: 'geschafft',
  undo: 'Letzten Zug rückgängig machen',
  redo: 'Nächsten Zug wiederherstellen',
  hint: 'Hinweis',
  solution: 'Lösung zeigen',
  replace: 'Die Lösung beginnt dort, wo der vorige Schritt aufgehört hat. Sie ersetzt, was du seitdem gemacht hast.',
  'replace-yes': 'Ersetzen und abspielen',
  'replace-no': 'Meins behalten',
  predict: 'Was wird der Server sagen?',
  missed:
    'Du hast `{guess}` gesagt, es war `{status}`. Sieh im Server nach, warum, sag neu voraus und sende noch einmal.',
  solved: 'Gelöst',
  next: 'Weiter: {title}',
  'to-lab': 'Das war das letzte. Weiter ins Labor, wo alles offen steht.',
}
