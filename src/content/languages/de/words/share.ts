/** Wörter zum Teilen einer Sitzung und zum Öffnen einer fremden. */

export default {
  what: 'Dieser Link enthält deine {count} Züge. Wer ihn öffnet, sieht denselben Austausch, Byte für Byte. Was hinter dem # steht, erreicht nie einen Server.',
  link: 'Link',
  copy: 'Link kopieren',
  strangers:
    'Für diese Sitzung gibt es keinen Link: Sie enthält Zugangsdaten, die nicht aus dem Playground stammen, und ein Link würde sie weitergeben.',
  'strangers.what':
    'Nimm die Züge zurück, bis sie nicht mehr dastehen, oder antworte als jemand, der hier zu Hause ist. Dann teile noch einmal.',
}
