/** Deutsch für das, was der Linter auf der Kommandozeile ausgibt. */

export default {
  why: 'Grund',
  fix: 'Abhilfe',
  'fix.replace': '{new} statt {old} schreiben',
  'fix.insert': '{new} einfügen',
  'fix.remove': '{old} weglassen',
  anew: 'in der Nachricht, wie sie gelesen wurde',

  'summary.clean': 'Nichts zu beanstanden: {messages} in {files}.',
  'summary.findings': '{findings} ({levels}) in {files} mit {messages}.',
  'message.one': '1 Nachricht',
  'message.many': '{count} Nachrichten',
  'file.one': '1 Datei',
  'file.many': '{count} Dateien',
  'finding.one': '1 Befund',
  'finding.many': '{count} Befunde',

  unjudged: 'Nicht beurteilt: {list}.',
  'unjudged.one': '1 Regel {need}',
  'unjudged.many': '{count} Regeln {need}',
  'need.request': 'ohne die Anfrage',
  'need.response': 'ohne die Antwort',
  'need.whole': 'weil nur Teile von Nachrichten da sind (--whole, wenn sie vollständig sind)',
  'need.before': 'ohne die Exchanges davor',
  'need.upstream': 'ohne den Exchange hinter dem Proxy',
  'need.now': 'ohne zu wissen, wie spät es war (--now)',
  'need.transport': 'ohne zu wissen, ob es über TLS ging (--transport)',
  'need.key': 'ohne den Schlüssel der Signatur',
  'need.password': 'ohne das Passwort',
  'need.typed': 'ohne das, was ins Formular eingegeben wurde',
  'need.audience': 'ohne zu wissen, wie sich die Ressource nennt',
  'need.issuer': 'ohne zu wissen, wem die Ressource vertraut',
  'need.algorithms': 'ohne zu wissen, welche Algorithmen die Ressource nimmt',
  'need.certificate': 'ohne das Zertifikat des Clients',
  'need.took': 'ohne zu wissen, wie lange es dauerte',

  'input.missing': '{file}: Diese Datei gibt es nicht. Stimmt der Pfad?',
  'input.folder': '{file}: Das ist ein Ordner. Nenne die Dateien darin, etwa {file}/*.md.',
  'input.unreadable': '{file}: lässt sich nicht lesen ({code}). Wer darf die Datei lesen?',
  'input.empty': '{file}: Es steht nichts darin. Schreib eine HTTP-Nachricht hinein, oder lass die Datei weg.',
  'input.nothing':
    '{file}: Nichts darin ist als HTTP zu erkennen. Eine Nachricht beginnt mit einer Anfragezeile oder einer Statuszeile (HTTP/1.1 401 Unauthorized).',
  'input.har-invalid':
    '{file}: Die HAR-Datei endet zu früh oder ist beschädigt. Was sich lesen ließ, wurde beurteilt. Exportiere sie noch einmal.',
  'input.har-entry-unreadable': '{file}: Ein Eintrag der HAR-Datei wurde übergangen ({detail}).',
  'input.too-many':
    '{file}: {detail} weitere Befunde von Regeln, die überall in dieser Nachricht anschlagen, sind weggelassen.',
  'input.no-rule': '{file}: Ein Kommentar nimmt die Regel „{rule}“ aus, und so heißt keine.',
  'input.waiting': 'Gelesen wird von der Standardeingabe (Strg-D beendet sie; --help sagt mehr).',

  clean: 'Nichts zu beanstanden.',
  'inspect.none': 'keine Befunde',
}
