/** Wörter des Ablaufdiagramms. */

export default {
  title: 'Wer wem was gesagt hat, der Reihe nach',
  empty:
    'Noch wurde nichts gesendet. Jede Anfrage und ihre Antwort wird hier ein Pfeil, in der Reihenfolge, in der sie unterwegs waren.',
  you: 'Du',
  'some-host': 'ein Server',
  request: 'Anfrage {number} an {host}:',
  response: 'Antwort {number} von {host}:',
  open: 'Die Bereiche zeigen Austausch {number}.',
  wait: 'die Uhr um {duration} vorgestellt',
  answer: 'als {user} auf die {scheme}-Challenge geantwortet',
  'answer-unknown': 'als {user} auf eine Challenge geantwortet',
  policy: 'die Policy von {address} geändert',
}
