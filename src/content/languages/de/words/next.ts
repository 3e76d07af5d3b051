/** Wörter dafür, wie es weitergeht, wo der Status allein es nicht sagt. */

export default {
  stale:
    'Das Passwort war richtig, nur die Nonce ist zu alt: `stale=true` heißt „versuch es mit meiner neuen Nonce, frag den Menschen nicht noch einmal“.',
  forbidden: 'Der Server weiß, wer du bist. Es noch einmal zu beweisen hilft nicht. Wer darf: {names}.',
  scope: 'Das Token ist echt, reicht aber nicht so weit. Nötig ist eines mit dem Scope `{scope}`.',
  malformed: 'Korrigiere die Anfrage und sende sie noch einmal: {what}.',
  'not-there': 'Dort ist nichts, was geschützt sein könnte. Die Adresszeile schlägt die Pfade vor, die es gibt.',
  method: 'Nimm eine der Methoden, die der Server erlaubt: {allowed}.',
}
